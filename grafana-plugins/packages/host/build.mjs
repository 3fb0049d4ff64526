// Builds dist/: index.html for every page address, and public/ with scripts, fonts and icons.
import { CopyRspackPlugin, DefinePlugin, HtmlRspackPlugin, rspack } from '@rspack/core';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeMissingIcons } from './icons.mjs';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const dist = join(here, 'dist');
const watch = process.argv.includes('--watch');
const packageFolder = (name) => dirname(require.resolve(`${name}/package.json`));
const runtime = packageFolder('@grafana/runtime');
const icons = join(packageFolder('@grafana/ui'), 'dist', 'public', 'img', 'icons');

/** @type {import('@rspack/core').RspackOptions} */
const config = {
  mode: watch ? 'development' : 'production',
  context: here,
  entry: { main: './src/main.ts' },
  target: ['web', 'es2022'],
  devtool: watch ? 'source-map' : false,
  output: {
    path: dist,
    publicPath: '/',
    filename: 'public/host/[name].[contenthash:8].js',
    chunkFilename: 'public/host/[name].[contenthash:8].js',
    cssFilename: 'public/host/[name].[contenthash:8].css',
    cssChunkFilename: 'public/host/[name].[contenthash:8].css',
    assetModuleFilename: 'public/host/[name].[hash:8][ext]',
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    alias: {
      // Grafana sets these two from inside; the published package has them, but only behind its own front door.
      'grafana-runtime-plugin-page$': join(runtime, 'dist', 'esm', 'components', 'PluginPage.mjs'),
      'grafana-runtime-panel-error$': join(runtime, 'dist', 'esm', 'components', 'PanelDataErrorView.mjs'),
      // One moment for the host and every plugin, or instanceof checks in Grafana's date code fail.
      moment$: require.resolve('moment'),
    },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.m?js$/, type: 'javascript/auto', resolve: { fullySpecified: false } },
      { test: /\.css$/, type: 'css' },
    ],
  },
  plugins: [
    new HtmlRspackPlugin({ template: './src/index.html', scriptLoading: 'defer' }),
    new CopyRspackPlugin({
      patterns: [
        { from: icons, to: 'public/build/img/icons' },
        { from: 'src/favicon.svg', to: 'public/host/favicon.svg' },
        ...fonts(),
      ],
    }),
    new DefinePlugin({
      'process.env.NODE_ENV': JSON.stringify(watch ? 'development' : 'production'),
      HOTSPAN_VERSION: JSON.stringify(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).version),
    }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};

/** Grafana's global styles name its own font files: the same typefaces from npm, under those names. */
function fonts() {
  const file = (name, variant) => join(packageFolder(`@fontsource/${name}`), 'files', `${name}-latin-${variant}.woff2`);
  const roboto = 'L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2';
  return [
    { from: file('inter', '400-normal'), to: 'public/fonts/inter/Inter-Regular.woff2' },
    { from: file('inter', '500-normal'), to: 'public/fonts/inter/Inter-Medium.woff2' },
    { from: file('inter', '400-italic'), to: 'public/fonts/inter/Inter-Italic.woff2' },
    { from: file('inter', '500-italic'), to: 'public/fonts/inter/Inter-MediumItalic.woff2' },
    { from: file('roboto-mono', '400-normal'), to: `public/fonts/roboto/${roboto}` },
  ];
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const compiler = rspack(config);
const report = (error, stats) => {
  if (error || stats?.hasErrors()) {
    process.exitCode = 1;
  }
  const text = error ? error.stack : stats?.toString('errors-warnings');
  if (text) {
    process.stderr.write(`${text}\n`);
  }
  writeMissingIcons(join(dist, 'public', 'build', 'img', 'icons'));
};
if (watch) {
  compiler.watch({}, report);
} else {
  compiler.run((error, stats) => {
    report(error, stats);
    compiler.close(() => undefined);
  });
}
