// The page in a real browser, as its users meet it: by mouse, by keyboard, by address.
import { createFixtures } from '@hotspan/fixtures';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../packages/host/chromium.mjs';
import { serve } from '../../packages/host/serve.mjs';

const APP = '/a/hotspan-bubbles-app';
const fixtures = createFixtures();
let server;
let browser;
let page;
let complaints;

before(async () => {
  server = await serve({ fixtures });
  browser = await chromium.launch(chromiumOptions());
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(search = '', theme = 'dark') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: theme });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url + APP + search);
  await page.getByRole('application').waitFor();
  await answered();
}

beforeEach(() => (fixtures.mode = 'normal'));
afterEach(async () => {
  await page?.context().close();
  assert.deepEqual(complaints, []);
});

/** Resolves once no part of the page waits for an answer. */
const answered = () => page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);

/** Drags over the heatmap from one pair of shares of its size to another. */
async function drag([x0, y0], [x1, y1], modifier) {
  const { x, y, width, height } = await page.getByRole('application').boundingBox();
  if (modifier) {
    await page.keyboard.down(modifier);
  }
  await page.mouse.move(x + width * x0, y + height * y0);
  await page.mouse.down();
  await page.mouse.move(x + (width * (x0 + x1)) / 2, y + (height * (y0 + y1)) / 2);
  await page.mouse.move(x + width * x1, y + height * y1);
  await page.mouse.up();
  if (modifier) {
    await page.keyboard.up(modifier);
  }
}

const boxSlowCheckouts = () => drag([0.3, 0.12], [0.7, 0.27]);
const verdict = () => page.getByTestId('verdict');
const boxes = () => new URL(page.url()).searchParams.getAll('box');

for (const theme of ['dark', 'light']) {
  test(`a box around the slow checkouts names flag and region (${theme})`, async () => {
    await open('', theme);
    await boxSlowCheckouts();
    await verdict().waitFor();
    assert.match(await verdict().textContent(), /Cause found.*new-checkout-flow/);
    assert.match(await verdict().textContent(), /eu-west-1/);
    const keys = await page.getByTestId('attribute-card').locator('h3').allTextContents();
    assert.deepEqual(keys.slice(0, 3).sort(), ['cloud.region', 'feature_flag', 'http.route']);
  });
}

describe('the address', () => {
  test('holds the box: reload shows it again, Back takes it away', async () => {
    await open();
    await boxSlowCheckouts();
    await verdict().waitFor();
    const sentence = await verdict().textContent();
    await page.reload();
    await verdict().waitFor();
    assert.equal(await page.getByTestId('heatmap-box').count(), 1);
    assert.match(sentence, /new-checkout-flow/);
    await page.goBack();
    await page.getByText('Drag a box around').waitFor();
    assert.equal(await page.getByTestId('heatmap-box').count(), 0);
  });

  test('holds the trace and its span: Back closes it', async () => {
    await open();
    await boxSlowCheckouts();
    await verdict().waitFor();
    await page.getByRole('region', { name: 'Traces in the box' }).getByRole('link').first().click();
    await page.getByRole('treegrid').waitFor();
    assert.match(page.url(), /trace=[0-9a-f]{32}/);
    await page.getByRole('region', { name: 'Span details' }).getByText('feature_flag').waitFor();
    await page.goBack();
    await page.getByRole('treegrid').waitFor({ state: 'detached' });
    await verdict().waitFor();
  });
});

test('two boxes are explained together, and each can be removed', async () => {
  await open();
  await boxSlowCheckouts();
  await drag([0.8, 0.12], [0.95, 0.27], 'Shift');
  await page.waitForFunction(() => new URL(location.href).searchParams.getAll('box').length === 2);
  await page.getByRole('button', { name: 'Remove this box' }).first().click();
  await page.waitForFunction(() => new URL(location.href).searchParams.getAll('box').length === 1);
});

test('a box is moved and resized where it is taken', async () => {
  await open();
  await boxSlowCheckouts();
  const [first] = boxes();
  await drag([0.5, 0.2], [0.6, 0.2]);
  await page.waitForFunction((old) => new URL(location.href).searchParams.get('box') !== old, first);
  const [moved] = boxes().map((box) => box.split('~'));
  const [from, , above, upTo] = first.split('~');
  assert.ok(moved[0] > from);
  assert.deepEqual(moved.slice(2), [above, upTo]);
});

test('the keyboard alone finds the cause and opens a trace', async () => {
  await open();
  await page.keyboard.press('b');
  for (let i = 0; i < 15; i++) {
    await page.keyboard.press('ArrowUp');
  }
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('Alt+Shift+ArrowRight');
  }
  await page.keyboard.press('Enter');
  await verdict().waitFor();
  assert.match(await verdict().textContent(), /new-checkout-flow/);
  const link = page.getByRole('region', { name: 'Traces in the box' }).getByRole('link').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('treegrid').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getByRole('row', { selected: true }).getAttribute('aria-rowindex'), '3');
  await page.keyboard.press('Escape');
  await page.getByRole('treegrid').waitFor({ state: 'detached' });
});

test('a filter is typed with help, and its mistakes are shown where they are', async () => {
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('http.rou');
  await page.getByRole('option', { name: /span\.http\.route/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('= "/cart/checkout" && spam = 1');
  await page.getByText(/Column 41/).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{ span.http.route = "/cart/checkout" }');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForURL(/filter=/);
});

test('a value is filtered in, out and lit from its menu', async () => {
  await open();
  await boxSlowCheckouts();
  const value = page.getByRole('button', { name: /^feature_flag new-checkout-flow/ });
  await value.click();
  await page.getByRole('menuitem', { name: 'Light its cells' }).click();
  await page.getByRole('button', { name: /^Lit: span\.feature_flag/ }).click();
  await value.click();
  await page.getByRole('menuitem', { name: 'Filter out' }).click();
  await page.waitForURL((url) => url.searchParams.get('filter') === '{ !(span.feature_flag = "new-checkout-flow") }');
});

test('Run asks what was typed, and stands out until it did', async () => {
  await open();
  await page.getByRole('combobox', { name: 'Filter' }).fill('status = error');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.waitForURL((url) => url.searchParams.get('filter') === '{ status = error }');
  await answered();
  assert.equal(await page.getByRole('combobox', { name: 'Filter' }).inputValue(), '{ status = error }');
});

test('a box that begins just above the plot begins at its edge', async () => {
  await open();
  await drag([0.4, 0.005], [0.6, 0.27]);
  await verdict().waitFor();
  assert.equal(boxes().length, 1);
});

test('a filter that cannot be read is no fault of the service', async () => {
  await open();
  await page.goto(`${server.url}${APP}?filter=${encodeURIComponent('{ spam = 1 }')}`);
  await page.getByText('The filter cannot be read').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Retry' }).count(), 0);
});

describe('a service that is away', () => {
  test('is named, and asked again', async () => {
    await open();
    fixtures.mode = 'failing';
    await boxSlowCheckouts();
    await page.getByText('comparison-service does not answer').waitFor();
    fixtures.mode = 'normal';
    await page.getByRole('button', { name: 'Retry' }).click();
    await verdict().waitFor();
  });
});

test('a trace of 3,000 spans draws only the rows in sight, and its last is one key away', async () => {
  await open();
  await page.route('**/api/v1/traces/*', (route) => {
    const traceId = route.request().url().slice(-32);
    return route.fulfill({ json: longTrace(traceId, 3000) });
  });
  await page.getByRole('region', { name: 'Traces in the range' }).getByRole('link').first().click();
  const grid = page.getByRole('treegrid');
  await grid.waitFor();
  assert.equal(await grid.getAttribute('aria-rowcount'), '3000');
  assert.ok((await grid.getByRole('row').count()) < 80);
  await page.keyboard.press('End');
  await page.locator('[aria-rowindex="3000"]').waitFor();
});

function longTrace(traceId, count) {
  const startTime = '2026-11-21T14:00:00Z';
  const spans = Array.from({ length: count }, (_, i) => ({
    traceId,
    spanId: i.toString(16).padStart(16, '0'),
    parentSpanId: i === 0 ? '' : ((i - 1) >> 2).toString(16).padStart(16, '0'),
    timestamp: startTime,
    durationNanos: 1e9 - i * 1000,
    service: `service-${i % 7}`,
    name: `step ${i}`,
    kind: 'Internal',
    status: i % 50 === 49 ? 'Error' : 'Unset',
    statusMessage: '',
    weight: 1,
    reason: '',
    traceState: '',
    attributes: {},
    resourceAttributes: {},
    scope: { name: '', version: '' },
    events: [],
    links: [],
  }));
  return { traceId, spans, startTime, durationNanos: 1e9, services: ['service-0'], capped: false };
}

test('an empty store says how to send spans', async () => {
  await open();
  fixtures.mode = 'empty';
  await page.reload();
  await page.getByText('Nothing has arrived in the last 30 minutes').waitFor();
  await page.getByText('OTEL_EXPORTER_OTLP_ENDPOINT').waitFor();
});

test('a live refresh keeps the box and its answer', async () => {
  await open('?from=now-30m&to=now&refresh=5s');
  await boxSlowCheckouts();
  await verdict().waitFor();
  const before = await verdict().textContent();
  await page.waitForResponse((response) => response.url().endsWith('/api/v1/heatmap'));
  await answered();
  assert.equal(await page.getByTestId('heatmap-box').count(), 1);
  assert.equal(await verdict().textContent(), before);
});
