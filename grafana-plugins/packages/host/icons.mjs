import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Of the whole package only this file: the rest wants a browser.
const data = dirname(createRequire(import.meta.url).resolve('@grafana/data/package.json'));
const { availableIconsIndex } = await import(pathToFileURL(join(data, 'dist', 'esm', 'types', 'icon.mjs')).href);

// A third of the icons that Grafana names are not in its npm packages. These are drawn here, the rest becomes a dot: none is a 404.
const DRAWN = {
  spinner:
    '<path d="M12 2a1 1 0 0 1 1 1v3a1 1 0 0 1-2 0V3a1 1 0 0 1 1-1Zm9 9h-3a1 1 0 0 0 0 2h3a1 1 0 0 0 0-2ZM6 11H3a1 1 0 0 0 0 2h3a1 1 0 0 0 0-2Zm6 6a1 1 0 0 0-1 1v3a1 1 0 0 0 2 0v-3a1 1 0 0 0-1-1ZM6.34 4.93a1 1 0 0 0-1.41 1.41l2.12 2.12a1 1 0 0 0 1.41-1.41Zm10.6 10.6a1 1 0 0 0-1.4 1.42l2.12 2.12a1 1 0 0 0 1.41-1.41Z"/>',
  home: '<path d="M12.7 2.7a1 1 0 0 0-1.4 0l-8 7.6A1 1 0 0 0 3 11v9a2 2 0 0 0 2 2h4a1 1 0 0 0 1-1v-6h4v6a1 1 0 0 0 1 1h4a2 2 0 0 0 2-2v-9a1 1 0 0 0-.3-.7ZM19 20h-3v-6a1 1 0 0 0-1-1H9a1 1 0 0 0-1 1v6H5v-8.6l7-6.6 7 6.6Z"/>',
  crosshair:
    '<path d="M21 11h-2.07A7 7 0 0 0 13 5.07V3a1 1 0 0 0-2 0v2.07A7 7 0 0 0 5.07 11H3a1 1 0 0 0 0 2h2.07A7 7 0 0 0 11 18.93V21a1 1 0 0 0 2 0v-2.07A7 7 0 0 0 18.93 13H21a1 1 0 0 0 0-2Zm-9 6a5 5 0 1 1 0-10 5 5 0 0 1 0 10Z"/>',
  'expand-arrows-alt':
    '<path d="M20.92 3.62A1 1 0 0 0 20 3h-5a1 1 0 0 0 0 2h2.59L5 17.59V15a1 1 0 0 0-2 0v5a1 1 0 0 0 1 1h5a1 1 0 0 0 0-2H6.41L19 6.41V9a1 1 0 0 0 2 0V4a1 1 0 0 0-.08-.38Z"/>',
  'link-broken':
    '<path d="M8.5 15.5a1 1 0 0 1 0-1.4l5.6-5.6a1 1 0 0 1 1.4 1.4l-5.6 5.6a1 1 0 0 1-1.4 0Zm-1 4.2a5 5 0 0 1-3.5-8.5l2-2 1.4 1.4-2 2a3 3 0 0 0 4.2 4.2l2-2 1.4 1.4-2 2a5 5 0 0 1-3.5 1.5Zm10.5-6.4-1.4-1.4 2-2a3 3 0 0 0-4.2-4.2l-2 2L11 6.3l2-2a5 5 0 0 1 7 7Z"/>',
  'pause-circle':
    '<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16ZM9.5 8a1 1 0 0 0-1 1v6a1 1 0 0 0 2 0V9a1 1 0 0 0-1-1Zm5 0a1 1 0 0 0-1 1v6a1 1 0 0 0 2 0V9a1 1 0 0 0-1-1Z"/>',
};
/** Others are one that is there, turned or mirrored. */
const TURNED = {
  'angle-double-left': ['angle-double-right', 'matrix(-1 0 0 1 24 0)'],
  'angle-double-up': ['angle-double-down', 'matrix(1 0 0 -1 0 24)'],
};
const DOT = '<circle cx="12" cy="12" r="4"/>';

export function writeMissingIcons(folder) {
  for (const name of Object.keys(availableIconsIndex)) {
    const file = join(folder, name.startsWith('gf-') ? 'custom' : 'unicons', `${name}.svg`);
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${drawing(folder, name)}</svg>`);
    }
  }
}

function drawing(folder, name) {
  const [source, transform] = TURNED[name] ?? [];
  if (source) {
    const shape = readFileSync(join(folder, 'unicons', `${source}.svg`), 'utf8').replace(/<\/?svg[^>]*>/g, '');
    return `<g transform="${transform}">${shape}</g>`;
  }
  return DRAWN[name] ?? DOT;
}
