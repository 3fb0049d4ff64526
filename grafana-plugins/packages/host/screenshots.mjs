// PNGs of pages in both themes and two widths: node screenshots.mjs [--out folder] [--url address] /path …
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumOptions } from './chromium.mjs';
import { createFixtures } from '@hotspan/fixtures';
import { serve } from './serve.mjs';
import { settled, watched } from './settled.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(import.meta.dirname, 'dist', 'screenshots') },
    url: { type: 'string' },
    width: { type: 'string', multiple: true, default: ['1280', '1920'] },
    theme: { type: 'string', multiple: true, default: ['dark', 'light'] },
  },
});
const paths = positionals.length > 0 ? positionals : ['/a/hotspan-bubbles-app', '/panels'];
const server = values.url ? undefined : await serve({ fixtures: createFixtures() });
const browser = await chromium.launch(chromiumOptions());
mkdirSync(values.out, { recursive: true });
try {
  for (const theme of values.theme) {
    for (const width of values.width.map(Number)) {
      const page = watched(
        await browser.newPage({
          viewport: { width, height: Math.round((width * 9) / 16) },
          colorScheme: theme,
        })
      );
      for (const path of paths) {
        await page.goto((values.url ?? server.url) + path);
        await settled(page);
        const name = path.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home';
        const file = join(values.out, `${name}-${theme}-${width}.png`);
        await page.screenshot({ path: file });
        process.stdout.write(`${file}\n`);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server?.close();
}
