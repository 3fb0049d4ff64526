import { locationService } from '@grafana/runtime';
import { Problem } from '@hotspan/client';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ServicesProvider, type Services } from '../api/services';
import { attributeOf, comparisonOf, valueOf } from '../comparison/testing';
import { spanOf } from '../trace/testing';
import { stateOf } from '../state/pageState';
import { BubblesPage } from './BubblesPage';
import { fakeBrowser, heatmapOf } from './testing';

const TRACE = '0123456789abcdef0123456789abcdef';
const span = spanOf('0123456789abcdef', '', 0, 1500, { attributes: { 'http.route': '/cart/checkout' } });

function servicesOf() {
  const heatmap = {
    heatmap: vi.fn(async () => heatmapOf([40, 800, 60, 12])),
    matches: vi.fn(async () => heatmapOf([0, 5, 0, 0])),
    spans: vi.fn(async () => ({ spans: [{ ...span, traceSpanCount: 3 }], total: 1412, capped: true })),
    trace: vi.fn(async () => ({
      traceId: TRACE,
      spans: [span, spanOf('1123456789abcdef', span.spanId, 100, 1400)],
      startTime: span.timestamp,
      durationNanos: span.durationNanos,
      services: ['api-gateway'],
      capped: false,
    })),
    fields: vi.fn(async () => []),
    fieldValues: vi.fn(async () => ({ values: [], capped: false })),
    parseFilter: vi.fn(async () => ({ ok: true })),
    freshness: vi.fn(async () => ({ newestSpan: null, spansLastHour: 0 })),
  };
  const comparison = {
    compare: vi.fn(async () =>
      comparisonOf([
        attributeOf('span', 'feature_flag', [valueOf('new-checkout-flow', 0.97, 0.02)]),
        attributeOf('resource', 'k8s.pod.name', [valueOf('pod-1', 0.2, 0.19)]),
      ])
    ),
  };
  const sampler = { createRule: vi.fn(async () => ({})) };
  return { heatmap, comparison, sampler };
}

let services: ReturnType<typeof servicesOf>;

beforeAll(fakeBrowser);

beforeEach(() => {
  services = servicesOf();
  locationService.push('/a/hotspan-bubbles-app');
});

function show(search = '') {
  if (search) {
    locationService.push(`/a/hotspan-bubbles-app${search}`);
  }
  render(
    <MemoryRouter>
      <ServicesProvider value={services as unknown as Services}>
        <BubblesPage />
      </ServicesProvider>
    </MemoryRouter>
  );
}

const stateNow = () => stateOf(locationService.getLocation().search);

async function drawBox() {
  const plot = await screen.findByRole('application');
  fireEvent.pointerDown(plot, { clientX: 100, clientY: 20, button: 0 });
  fireEvent.pointerMove(plot, { clientX: 300, clientY: 90 });
  fireEvent.pointerUp(plot);
}

test('a box asks what is different, and the answer begins with the sentence', async () => {
  show();
  await drawBox();
  expect(stateNow().boxes).toHaveLength(1);
  expect(await screen.findByTestId('verdict')).toHaveTextContent(
    /Cause found\. 97.% of the 1,000 selected spans have feature_flag = new-checkout-flow \(2\.0.% of the others\)\./
  );
  expect(screen.getByText('Not more than chance (1)')).toBeInTheDocument();
  expect(services.comparison.compare).toHaveBeenCalledTimes(1);
});

test('what has the leading values is kept for a while', async () => {
  show();
  await drawBox();
  await userEvent.click(await screen.findByRole('button', { name: /Keep for 30 min/ }));
  expect(services.sampler.createRule).toHaveBeenCalledWith(
    expect.objectContaining({
      action: 'force_keep',
      duration_secs: 1800,
      match: { resource: [], span: [{ key: 'feature_flag', op: 'eq', value: 'new-checkout-flow' }] },
    })
  );
  expect(await screen.findByRole('link', { name: /see the rule/ })).toHaveAttribute(
    'href',
    '/a/hotspan-bubbles-app/sampling'
  );
});

test('spans that stand for more than themselves are not counted to the last one', async () => {
  const estimated = { ...comparisonOf([]), selection: { spans: 1000, stored: 140, errors: 0 }, exact: false };
  services.comparison.compare.mockResolvedValue(estimated);
  show();
  await drawBox();
  expect(await screen.findByTestId('verdict')).toHaveTextContent('the ~1,000 selected spans look like the rest');
});

test('going back takes the box away again', async () => {
  show();
  await drawBox();
  await screen.findByTestId('verdict');
  locationService.getHistory().goBack();
  await waitFor(() => expect(screen.queryByTestId('verdict')).toBeNull());
});

test('a value is filtered in from its menu', async () => {
  show();
  await drawBox();
  await userEvent.click(await screen.findByRole('button', { name: /^feature_flag new-checkout-flow/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Filter in' }));
  expect(stateNow().filter).toBe('{ span.feature_flag = "new-checkout-flow" }');
  expect(stateNow().boxes).toHaveLength(1);
});

test('the cells of a value are lit and unlit', async () => {
  show();
  await drawBox();
  await userEvent.click(await screen.findByRole('button', { name: /^feature_flag new-checkout-flow/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Light its cells' }));
  await waitFor(() =>
    expect(services.heatmap.matches).toHaveBeenCalledWith(
      expect.objectContaining({ highlight: '{ span.feature_flag = "new-checkout-flow" }', stepNanos: 10_000_000_000 }),
      expect.anything()
    )
  );
  await userEvent.click(screen.getByRole('button', { name: /^Lit:/ }));
  expect(stateNow().lit).toBeUndefined();
});

test('the sentence filters by what it names', async () => {
  show();
  await drawBox();
  await userEvent.click(await screen.findByRole('button', { name: 'Filter' }));
  expect(stateNow().filter).toBe('{ span.feature_flag = "new-checkout-flow" }');
});

test('a trace opens from its row, with the keyboard on its spans', async () => {
  show();
  await userEvent.click(await screen.findByRole('link'));
  expect(stateNow()).toMatchObject({ trace: TRACE, span: span.spanId });
  const grid = await screen.findByRole('treegrid');
  await userEvent.type(grid, '{ArrowDown}');
  expect(stateNow().span).toBe('1123456789abcdef');
  expect(screen.getByRole('region', { name: 'Span details' })).toBeInTheDocument();
});

test('the whole page comes back from its address', async () => {
  const box = '2026-11-21T14:10:00Z~2026-11-21T14:12:00Z~1000~3000';
  show(`?from=now-1h&to=now&box=${box}&trace=${TRACE}`);
  expect(await screen.findByTestId('verdict')).toBeInTheDocument();
  expect(await screen.findByRole('treegrid')).toBeInTheDocument();
});

test('a service that does not answer is named and asked again', async () => {
  services.comparison.compare.mockRejectedValueOnce(new Problem('about:blank', 'away', 503, 'Nothing answers.'));
  show();
  await drawBox();
  const alert = await screen.findByText('comparison-service does not answer');
  expect(screen.getByRole('application')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /retry/i }));
  expect(await screen.findByTestId('verdict')).toBeInTheDocument();
  expect(alert).not.toBeInTheDocument();
});

test('an empty range says how to send spans, an empty filter how to find some', async () => {
  services.heatmap.heatmap.mockImplementation(async () => heatmapOf([]));
  show();
  expect(await screen.findByText('Nothing has arrived in the last 30 minutes')).toBeInTheDocument();
  locationService.partial({ filter: '{ name = "x" }' });
  expect(await screen.findByText(/No span in the last 30 minutes matches/)).toBeInTheDocument();
  await userEvent.click(screen.getByText('Clear the filter'));
  expect(stateNow().filter).toBe('');
});

test('keys go to the filter, the heatmap and the help', async () => {
  show();
  await screen.findByRole('application');
  await userEvent.keyboard('b{Enter}');
  expect(stateNow().boxes).toHaveLength(1);
  await userEvent.keyboard('/');
  expect(screen.getByRole('combobox', { name: 'Filter' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('?');
  expect(await screen.findByText('Keyboard and mouse')).toBeInTheDocument();
});
