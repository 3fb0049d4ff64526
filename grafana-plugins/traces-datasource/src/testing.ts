import { dateTime, type DataQueryRequest, type DataSourceInstanceSettings, type TimeRange } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { Heatmap, HeatmapClient, Spans, Trace } from '@hotspan/client';
import { vi } from 'vitest';
import { TracesDatasource } from './datasource';
import type { TracesOptions, TracesQuery } from './query/query';

// What the tests of this plugin share.

export const range: TimeRange = {
  from: dateTime('2026-01-01T10:00:00Z'),
  to: dateTime('2026-01-01T10:30:00Z'),
  raw: { from: 'now-30m', to: 'now' },
};

export const heatmap: Heatmap = {
  from: '2026-01-01T10:00:00Z',
  to: '2026-01-01T10:30:00Z',
  stepNanos: 10_000_000_000,
  columns: 180,
  rows: [
    { index: -1, aboveNanos: -1, upToNanos: 1 },
    { index: 0, aboveNanos: 1, upToNanos: 1 },
  ],
  cells: { column: [0, 179], row: [0, 1], count: [3, 4.5], errors: [0, 1], stored: [3, 2] },
  totals: { count: 7.5, errors: 1, stored: 5, countStandardError: 1.2 },
  exact: false,
  source: 'spans',
  notices: [{ code: 'sampled', message: 'Estimated from 5 kept spans' }],
};

const span = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  parentSpanId: '',
  timestamp: '2026-01-01T10:00:01.123456789Z',
  durationNanos: 1_620_000_000,
  service: 'api-gateway',
  name: 'GET /cart/checkout',
  kind: 'Server',
  status: 'Error',
  statusMessage: 'timed out',
  weight: 1,
  reason: 'error',
  attributes: { 'http.route': '/cart/checkout' },
  resourceAttributes: { 'cloud.region': 'eu-west-1' },
};

export const spans: Spans = { spans: [{ ...span, traceSpanCount: 18 }], total: 1, capped: false };

export const trace: Trace = {
  traceId: span.traceId,
  spans: [
    {
      ...span,
      traceState: 'ot=th:0',
      scope: { name: 'http', version: '1.2' },
      events: [{ timestamp: '2026-01-01T10:00:01.5Z', name: 'exception', attributes: { type: 'x' } }],
      links: [{ traceId: 'aa', spanId: 'bb', traceState: '', attributes: {} }],
    },
  ],
  startTime: span.timestamp,
  durationNanos: span.durationNanos,
  services: ['api-gateway'],
  capped: false,
};

export function fakeClient() {
  return {
    heatmap: vi.fn(async () => heatmap),
    spans: vi.fn(async () => spans),
    trace: vi.fn(async () => trace),
    fields: vi.fn(async () => [{ name: 'span.http.route', type: 'string', distinct: 4 }]),
    fieldValues: vi.fn(async () => ({ values: [{ value: 'api-gateway', count: 12 }], capped: false })),
    parseFilter: vi.fn(async () => ({ ok: true })),
    freshness: vi.fn(async () => ({ newestSpan: new Date().toISOString(), spansLastHour: 14400 })),
  };
}

export function datasourceOver(client: Partial<ReturnType<typeof fakeClient>>, variables: Record<string, string> = {}) {
  const settings = { uid: 'traces', name: 'Traces', type: 'hotspan-traces-datasource', jsonData: {}, url: '/proxy' };
  const templates = {
    replace: (text = '') => text.replace(/\$(\w+)/g, (match, name) => variables[name] ?? match),
  };
  return new TracesDatasource(
    settings as unknown as DataSourceInstanceSettings<TracesOptions>,
    { ...fakeClient(), ...client } as unknown as HeatmapClient,
    templates as unknown as TemplateSrv
  );
}

export function requestOf(...targets: TracesQuery[]): DataQueryRequest<TracesQuery> {
  return { targets, range, maxDataPoints: 800, scopedVars: {} } as unknown as DataQueryRequest<TracesQuery>;
}
