import CopyWebpackPlugin from 'copy-webpack-plugin';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import webpack from 'webpack';
import { externals } from './externals.mjs';

const require = createRequire(import.meta.url);

/**
 * The webpack configuration of one Grafana plugin: `src/module.ts(x)` becomes `dist/module.js` (AMD), beside `plugin.json`,
 * images, README and CHANGELOG.
 *
 * @param {string} folder absolute folder of the plugin
 * @returns {(env: unknown, argv: { mode?: string }) => import('webpack').Configuration}
 */
export function pluginConfig(folder) {
  const pluginJson = readJson(join(folder, 'src', 'plugin.json'));
  const { version } = readJson(join(folder, 'package.json'));
  return (_env, argv) => {
    const production = argv.mode !== 'development';
    return {
      mode: production ? 'production' : 'development',
      context: join(folder, 'src'),
      // The public path is set before the plugin's first import, so that its lazy chunks are found wherever Grafana serves it from.
      entry: { module: [join(import.meta.dirname, 'public-path.mjs'), './module'] },
      devtool: 'source-map',
      externals,
      module: { rules: rules() },
      output: {
        path: join(folder, 'dist'),
        clean: true,
        filename: '[name].js',
        chunkFilename: production ? '[name].js?_cache=[contenthash]' : '[name].js',
        library: { type: 'amd' },
        publicPath: `public/plugins/${pluginJson.id}/`,
        uniqueName: pluginJson.id,
        crossOriginLoading: 'anonymous',
      },
      plugins: [
        new webpack.DefinePlugin({ HOTSPAN_PLUGIN_ID: JSON.stringify(pluginJson.id) }),
        new CopyWebpackPlugin({ patterns: assets(folder, version) }),
      ],
      resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
      performance: { hints: false },
      stats: 'errors-warnings',
    };
  };
}

function rules() {
  return [
    {
      test: /\.tsx?$/,
      exclude: /node_modules/,
      loader: require.resolve('swc-loader'),
      options: {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    },
    { test: /\.css$/, use: [require.resolve('style-loader'), require.resolve('css-loader')] },
    { test: /\.(png|svg)$/, type: 'asset/resource', generator: { filename: '[hash][ext]' } },
    // Libraries that ship `.mjs` often leave file extensions out of their own imports.
    { test: /\.m?js$/, type: 'javascript/auto', resolve: { fullySpecified: false } },
  ];
}

function assets(folder, version) {
  const today = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000) * 1000).toISOString().slice(0, 10);
  const fill = (content) => content.toString().replaceAll('%VERSION%', version).replaceAll('%TODAY%', today);
  return [
    { from: 'plugin.json', to: '.', transform: fill },
    { from: 'img/**/*', to: '.' },
    { from: join(folder, 'README.md'), to: '.', transform: fill },
    { from: join(folder, 'CHANGELOG.md'), to: '.' },
  ];
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
