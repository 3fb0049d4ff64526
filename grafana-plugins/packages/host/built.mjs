// Builds everything once where it was never built: the page and every plugin.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const workspaces = join(import.meta.dirname, '..', '..');
const made = [
  'packages/host/dist/index.html',
  ...['heatmap-panel', 'bubbles-app', 'traces-datasource'].map((plugin) => `${plugin}/dist/module.js`),
];

if (!made.every((file) => existsSync(join(workspaces, file)))) {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: workspaces, stdio: 'inherit' });
}
