// The Sampling page in a real browser: what it says, what can be done, and that the address holds it.
import { createFixtures } from '@hotspan/fixtures';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../packages/host/chromium.mjs';
import { serve } from '../../packages/host/serve.mjs';

const PAGE = '/a/hotspan-bubbles-app/sampling';
let fixtures;
let server;
let browser;
let page;
let complaints;

before(async () => {
  browser = await chromium.launch(chromiumOptions());
});
after(() => browser?.close());
beforeEach(async () => {
  fixtures = createFixtures();
  server = await serve({ fixtures });
});
afterEach(async () => {
  await page?.context().close();
  await server.close();
  assert.deepEqual(complaints, []);
});

async function open(search = '', theme = 'dark') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: theme });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url + PAGE + search);
  await page.getByRole('heading', { name: 'Sampling' }).waitFor();
}

const region = (name) => page.getByRole('region', { name });
const parameter = (name) => new URL(page.url()).searchParams.get(name);

/** The id of a trace that came lately, from the service the other page asks. */
const someTrace = (position) =>
  page.evaluate(async (at) => {
    const range = {
      from: new Date(Date.now() - 600_000).toISOString(),
      to: new Date(Date.now() - 60_000).toISOString(),
    };
    const answer = await fetch('/api/plugin-proxy/hotspan-bubbles-app/heatmap/api/v1/spans', {
      method: 'POST',
      body: JSON.stringify({ ...range, sort: 'newest', limit: 50 }),
    });
    return (await answer.json()).spans[at].traceId;
  }, position);

for (const theme of ['dark', 'light']) {
  test(`the page begins with what is kept, and draws it (${theme})`, async () => {
    await open('', theme);
    const sentence = await page.getByTestId('kept-sentence').textContent();
    assert.match(sentence, /of [\d,]+.traces were kept in the last 30 minutes, all \d+ failed ones among them/);
    await region('What is kept')
      .getByRole('row', { name: /probability rest/ })
      .waitFor();
    await region('What is kept').locator('canvas').waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    assert.ok(
      (await page
        .getByRole('region', { name: /as a table/ })
        .getByRole('row')
        .count()) > 20
    );
  });
}

test('both pages are in the navigation', async () => {
  await open();
  await page.getByRole('link', { name: 'Bubbles', exact: true }).first().click();
  await page.getByRole('application').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sampling' }).click();
  await page.getByTestId('kept-sentence').waitFor();
});

test('a rule is made by keyboard alone, previewed, and counts down', async () => {
  await open();
  await page.getByRole('button', { name: 'New rule' }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Description').fill('Keep the gateway');
  await drawer.getByLabel('Value of condition 1').focus();
  await page.keyboard.type('api-gateway');
  await page.getByRole('option', { name: 'api-gateway' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await drawer.getByText(/Would have matched [\d,]+ of the/).waitFor();
  await drawer.getByRole('button', { name: 'Make the rule' }).focus();
  await page.keyboard.press('Enter');
  await region('Force rules').getByText('Keep the gateway').waitFor();
  assert.equal(parameter('rule'), null);
  const row = region('Force rules').getByRole('row', { name: /Keep the gateway/ });
  await row.getByText(/^29:5\d$/).waitFor();
  await row.getByRole('button', { name: /30 minutes more/ }).click();
  await row.getByText(/^59:\d\d$/).waitFor();
});

test('a rule is deleted once that is confirmed', async () => {
  await open();
  const rule = region('Force rules').getByText('Drop health checks');
  await page.getByRole('button', { name: /^Delete Drop health checks/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await rule.waitFor();
  await page.getByRole('button', { name: /^Delete Drop health checks/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await rule.waitFor({ state: 'detached' });
});

test('a trace is explained, and Back takes the explanation away', async () => {
  await open();
  const traceId = await someTrace(10);
  await page.getByLabel('Trace id').fill(traceId.toUpperCase());
  await page.keyboard.press('Enter');
  await page.getByTestId('explanation').waitFor();
  assert.match(await page.getByTestId('explanation').textContent(), /^(Kept|Dropped)\. Policy /);
  assert.equal(parameter('trace'), traceId);
  await page.goBack();
  await page.getByTestId('explanation').waitFor({ state: 'detached' });
});

test('the drawer of a trace leads to why it was kept', async () => {
  await open();
  await page.goto(`${server.url}/a/hotspan-bubbles-app?trace=${await someTrace(3)}`);
  await page.getByRole('link', { name: 'Why was it kept?' }).click();
  await page.getByTestId('explanation').waitFor();
});

test('other policies are run, and what they would lose leads to its explanation', async () => {
  await open();
  await region('What if').locator('.view-line').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('policies:\n- {name: rest, type: probability, probability: 0.02}');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText(/records read/).waitFor();
  await page.getByText(/failed traces would be lost, all of them kept now/).waitFor();
  assert.ok(parameter('replay'));
  await region('What if').getByRole('link').first().click();
  await page.getByTestId('explanation').getByText('Policy errors keeps every trace like this.').waitFor();
  await page.getByTestId('outcome').waitFor();
});

test('a run can be cancelled', async () => {
  await open();
  await page.getByRole('button', { name: 'Run' }).click();
  await region('What if').getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/^Cancelled:/).waitFor();
});

test('a sampler without ClickHouse and Redis says what to set', async () => {
  fixtures.mode = 'bare';
  await open();
  await page.getByText(/hotspan\.sampler\.clickhouse\.url/).waitFor();
  await page.getByText(/hotspan\.sampler\.redis\.url/).waitFor();
});

test('a sampler that is away is named, and asked again', async () => {
  fixtures.mode = 'down';
  await open();
  await page.getByText('tail-sampler does not answer').first().waitFor();
  fixtures.mode = 'normal';
  await region('What is kept').getByRole('button', { name: 'Retry' }).click();
  await page.getByTestId('kept-sentence').waitFor();
});
