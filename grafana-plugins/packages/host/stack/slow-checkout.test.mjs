// The whole stack as a newcomer meets it: ./demo, a box around the slow checkouts, and their cause in words.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../chromium.mjs';
import { settled } from '../settled.mjs';

const HOME = join(import.meta.dirname, '../../../..');
const START_MILLIS = 10 * 60_000; // it may have to build first
const SECOND = 1e9;

let demo;
let dataDir;
let browser;
let url;

before(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotspan-'));
  const [page, grpc, http] = await Promise.all([freePort(), freePort(), freePort()]);
  demo = spawn(
    join(HOME, 'demo'),
    [`--port=${page}`, `--otlp-grpc-port=${grpc}`, `--otlp-http-port=${http}`, `--data-dir=${dataDir}`],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  url = `http://localhost:${page}`;
  await printed(/minutes are filled/);
  browser = await chromium.launch(chromiumOptions());
});

after(async () => {
  await browser?.close();
  if (demo?.exitCode === null) {
    const ended = new Promise((resolve) => demo.once('exit', resolve));
    demo.kill('SIGTERM');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

test('a box around the slow checkouts names their flag and their region', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  await page.goto(url);
  await settled(page);
  const rowAt = await verticalScale(page);

  await drag(page, [0.15, rowAt(2.2 * SECOND)], [0.85, rowAt(0.9 * SECOND)]);

  const verdict = page.getByTestId('verdict');
  await verdict.getByText('feature_flag = new-checkout-flow').waitFor();
  await verdict.getByText('cloud.region = eu-west-1').waitFor();
  const text = await verdict.innerText();
  console.log(text);
  assert.match(text, /^Cause found\./);
  assert.deepEqual(firstTwo(text).sort(), ['cloud.region', 'feature_flag']);
  await page.close();
});

/** The keys of the first two conditions of the sentence. */
function firstTwo(sentence) {
  return [...sentence.matchAll(/([\w.]+) = /g)].slice(0, 2).map(([, key]) => key);
}

/** Two small boxes tell where on the canvas a latency is: its axis is logarithmic. */
async function verticalScale(page) {
  const edges = [];
  for (const y of [0.25, 0.75]) {
    await drag(page, [0.4, y], [0.5, y + 0.01]);
    await page.waitForFunction(
      (seen) => new URL(location.href).searchParams.get('box') !== seen,
      edges.at(-1)?.box ?? null
    );
    const box = new URL(page.url()).searchParams.get('box');
    edges.push({ y, box, log: Math.log(Number(box.split('~')[3])) });
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('box'));
  }
  const [top, bottom] = edges;
  return (nanos) => top.y + ((top.log - Math.log(nanos)) / (top.log - bottom.log)) * (bottom.y - top.y);
}

async function drag(page, from, to) {
  const plot = await page.locator('figure canvas').first().boundingBox();
  const at = ([x, y]) => [plot.x + plot.width * x, plot.y + plot.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

function printed(line) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`Not printed: ${line}\n${output}`)), START_MILLIS);
    demo.stdout.on('data', (chunk) => {
      output += chunk;
      if (line.test(output)) {
        clearTimeout(timer);
        resolve();
      }
    });
    demo.once('exit', (code) => reject(new Error(`./demo ended with ${code}\n${output}`)));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
