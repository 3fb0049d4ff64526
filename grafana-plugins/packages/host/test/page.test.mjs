// Every bundle in a real browser, on the page that stands in for Grafana, over fixture data.
import { createFixtures } from '@hotspan/fixtures';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../chromium.mjs';
import { serve } from '../serve.mjs';
import { settled, watched } from '../settled.mjs';

const APP = '/a/hotspan-bubbles-app';
const DATA_SOURCE = '/connections/datasources/edit/hotspan-traces';
const fixtures = createFixtures();
let server;
let browser;

before(async () => {
  server = await serve({ fixtures });
  browser = await chromium.launch(chromiumOptions());
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs a test on a fresh page and fails it for anything the browser complained about, unless `expected` says so. */
async function onPage(path, run, { theme = 'dark', expected } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: theme });
  const page = watched(await context.newPage());
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  try {
    await page.goto(server.url + path);
    await settled(page);
    await run(page);
    assert.deepEqual(
      complaints.filter((text) => !expected?.test(text)),
      []
    );
  } finally {
    fixtures.mode = 'normal';
    await context.close();
  }
}

/** How many of the canvas's pixels have a colour of their own. */
function paintedPixels(page, panel = 'figure') {
  return page
    .locator(`${panel} canvas`)
    .first()
    .evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let painted = 0;
      for (let i = 0; i < data.length; i += 4) {
        painted +=
          data[i + 3] > 200 &&
          Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 40;
      }
      return painted;
    });
}

async function drag(page, from, to, modifier) {
  const plot = await page.locator('figure canvas').first().boundingBox();
  const at = ([x, y]) => [plot.x + plot.width * x, plot.y + plot.height * y];
  if (modifier) {
    await page.keyboard.down(modifier);
  }
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
  if (modifier) {
    await page.keyboard.up(modifier);
  }
}

for (const theme of ['dark', 'light']) {
  describe(`in the ${theme} theme`, () => {
    test('the app paints its heatmap', () =>
      onPage(APP, async (page) => assert.ok((await paintedPixels(page)) > 1000), { theme }));

    test('the panel paints what the data source answers', () =>
      onPage(
        '/panels',
        async (page) => {
          await page.locator('section figure canvas').nth(1).waitFor();
          assert.ok((await paintedPixels(page, 'section figure')) > 1000);
          await page.getByRole('cell', { name: 'api-gateway' }).first().waitFor();
        },
        { theme }
      ));

    test('the data source shows its settings', () =>
      onPage(DATA_SOURCE, (page) => page.getByLabel('heatmap-service').waitFor(), { theme }));
  });
}

describe('the app', () => {
  test('explains a box, and keeps it in the address', () =>
    onPage(APP, async (page) => {
      await drag(page, [0.2, 0.05], [0.9, 0.3]);
      await page.getByText('feature_flag').first().waitFor();
      assert.match(page.url(), /box=/);
      await page.reload();
      await page.getByText('feature_flag').first().waitFor();
    }));

  test('is where the page begins', () => onPage('/', async (page) => assert.equal(new URL(page.url()).pathname, APP)));
});

describe('the panels', () => {
  test('a box opens Bubbles with the question of the panel', () =>
    onPage('/panels?var-service=api-gateway', async (page) => {
      await page.locator('section').nth(1).scrollIntoViewIfNeeded();
      await drag(page, [0.3, 0.1], [0.6, 0.4]);
      await page.waitForURL(/hotspan-bubbles-app/);
      const { searchParams } = new URL(page.url());
      assert.equal(searchParams.get('box').split('~').length, 4);
      assert.equal(searchParams.get('scope') ?? 'root', 'root');
    }));

  test('a drag with Ctrl zooms in time', () =>
    onPage('/panels', async (page) => {
      await drag(page, [0.3, 0.5], [0.6, 0.5], 'Control');
      await page.waitForURL(/from=\d+/);
      const { searchParams } = new URL(page.url());
      const minutes = (Number(searchParams.get('to')) - Number(searchParams.get('from'))) / 60000;
      assert.ok(minutes > 5 && minutes < 15, `${minutes} min`);
    }));

  test('a variable reaches the queries', () =>
    onPage('/panels', async (page) => {
      const asked = page.waitForRequest((request) => request.postData()?.includes('=~ \\"payment-service\\"') ?? false);
      await page.getByLabel('service', { exact: true }).fill('payment');
      await page.keyboard.press('Enter');
      await asked;
      await page.getByText('Slowest spans: payment-service').waitFor();
    }));

  test('options and query are edited in place', () =>
    onPage('/panels?editPanel=1', async (page) => {
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('radio', { name: 'Share of errors' }).check({ force: true });
      await page.getByText('100 % errors').first().waitFor();
      const asked = page.waitForRequest((request) => request.postData()?.includes('status = error') ?? false);
      await drawer.getByRole('combobox', { name: 'Filter' }).fill('status = error');
      await page.keyboard.press('Enter');
      await asked;
    }));

  test('a filter that is wrong is pointed at while it is typed', () =>
    onPage(
      '/panels?editPanel=1',
      async (page) => {
        await page.getByRole('dialog').getByRole('combobox', { name: 'Filter' }).fill('{ span.a = }');
        await page.getByRole('dialog').getByRole('alert').waitFor();
      },
      { expected: /400/ }
    ));

  test('a trace id opens the trace', () =>
    onPage('/panels', async (page) => {
      await page
        .getByRole('link', { name: /^[0-9a-f]{32}$/ })
        .first()
        .click();
      await page.waitForURL(/trace=[0-9a-f]{32}/);
      await page.getByText('api-gateway').first().waitFor();
    }));
});

describe('the page', () => {
  test('keeps theme and time zone between visits', () =>
    onPage('/panels', async (page) => {
      await page.getByRole('button', { name: 'Use the light theme' }).click();
      await page.getByRole('button', { name: 'Use the dark theme' }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Use the dark theme' }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.style.colorScheme), 'light');
    }));

  test('has nothing but its own server to talk to', () =>
    onPage('/panels', async (page) => {
      const foreign = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => !name.startsWith(location.origin))
      );
      assert.deepEqual(foreign, []);
    }));

  test('says so where there is no such page', () =>
    onPage('/nowhere', (page) => page.getByText('There is no such page').waitFor()));

  test('the data source says that the service is away', async () => {
    await onPage(
      DATA_SOURCE,
      async (page) => {
        fixtures.mode = 'down';
        await page.getByRole('button', { name: 'Test' }).click();
        await page.getByText(/heatmap-service does not answer/).waitFor();
        fixtures.mode = 'normal';
        await page.getByRole('button', { name: 'Test' }).click();
        await page.getByText(/heatmap-service answers/).waitFor();
      },
      { expected: /502/ }
    );
  });
});
