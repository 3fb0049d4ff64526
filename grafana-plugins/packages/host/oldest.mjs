// The browser tests once more, on the oldest Grafana the plugins name in `grafanaDependency`: the page is built anew on its
// packages and on React 18, the plugins' bundles stay as they are.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GRAFANA = '12.4.6';
const REACT = '18.3.1';
const here = import.meta.dirname;
const folder = join(here, 'node_modules', '.cache', 'oldest');
const isGrafana = (name) => name.startsWith('@grafana/');

mkdirSync(folder, { recursive: true });
for (const name of ['src', 'build.mjs', 'icons.mjs']) {
  cpSync(join(here, name), join(folder, name), { recursive: true });
}
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify(onOldest(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))), null, 2)
);
run(folder, 'npm', 'install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund');
run(folder, 'node', 'build.mjs');
run(here, 'npm', 'run', 'test:browser');

function onOldest({ name, version, type, dependencies, devDependencies }) {
  const pinned = Object.fromEntries(
    Object.keys(dependencies)
      .filter(isGrafana)
      .map((key) => [key, GRAFANA])
  );
  const react = { react: REACT, 'react-dom': REACT };
  return {
    name,
    version,
    type,
    private: true,
    dependencies: { ...dependencies, ...pinned, ...react },
    devDependencies: { '@rspack/core': devDependencies['@rspack/core'] },
    overrides: { ...pinned, ...react, '@grafana/e2e-selectors': GRAFANA, moment: dependencies.moment },
  };
}

function run(cwd, command, ...args) {
  execFileSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, HOTSPAN_PAGE: join(folder, 'dist') } });
}
