import { type DataFrame, DataFrameType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { heatmap, spans, trace } from '../testing';
import { heatmapFrame } from './heatmapFrame';
import { spansFrame } from './spansFrame';
import { traceFrame } from './traceFrame';

function column(frame: DataFrame, name: string) {
  return frame.fields.find((field) => field.name === name)?.values;
}

describe('a heatmap frame', () => {
  const frame = heatmapFrame(heatmap, { refId: 'A', filter: '{ name = "x" }', scope: 'root' });

  it('is what Grafana calls sparse heatmap cells', () => {
    expect(frame.meta?.type).toBe(DataFrameType.HeatmapCells);
    expect(frame.fields.map(({ name }) => name)).toEqual(['xMax', 'yMin', 'yMax', 'count', 'errors']);
    expect(column(frame, 'xMax')).toEqual([Date.parse('2026-01-01T10:00:10Z'), Date.parse('2026-01-01T10:30:00Z')]);
    expect(column(frame, 'count')).toEqual([3, 4.5]);
  });

  it('has only latencies that a logarithmic axis can show', () => {
    expect(column(frame, 'yMin')?.every((nanos) => nanos > 0)).toBe(true);
    expect(frame.fields[1].config).toMatchObject({ unit: 'ns', custom: { scaleDistribution: { type: 'log' } } });
  });

  it('carries the whole answer, its question and its notices', () => {
    expect(frame.meta?.custom).toEqual({ heatmap, filter: '{ name = "x" }', scope: 'root' });
    expect(frame.meta?.notices).toEqual([{ severity: 'info', text: 'Estimated from 5 kept spans' }]);
  });
});

describe('a spans frame', () => {
  it('links each trace to itself', () => {
    const [link] = spansFrame(spans, 'A', { uid: 'u', name: 'n' }).fields[1].config.links ?? [];
    expect(link.internal).toMatchObject({
      datasourceUid: 'u',
      query: { queryType: 'trace', traceId: '${__value.raw}' },
    });
  });

  it('says when there are more', () => {
    const frame = spansFrame({ ...spans, total: 12345, capped: true }, 'A', { uid: 'u', name: 'n' });
    expect(frame.meta?.notices).toEqual([{ severity: 'warning', text: 'At least 12,345 spans match.' }]);
  });
});

describe('a trace frame', () => {
  const frame = traceFrame(trace, 'A');
  const [span] = Array.from({ length: frame.length }, (_, i) =>
    Object.fromEntries(frame.fields.map((field) => [field.name, field.values[i]]))
  );

  it('has the columns of the trace view', () => {
    expect(frame.meta?.preferredVisualisationType).toBe('trace');
    expect(span).toMatchObject({
      traceID: trace.traceId,
      parentSpanID: undefined,
      operationName: 'GET /cart/checkout',
      duration: 1620,
      kind: 'server',
      statusCode: 2,
      serviceTags: [{ key: 'cloud.region', value: 'eu-west-1' }],
      references: [{ traceID: 'aa', spanID: 'bb', tags: [] }],
    });
    expect(span.tags).toContainEqual({ key: 'error', value: true });
    expect(span.logs).toMatchObject([{ name: 'exception', fields: [{ key: 'type', value: 'x' }] }]);
  });

  it('keeps fractions of a millisecond', () => {
    expect(span.startTime).toBeCloseTo(Date.parse('2026-01-01T10:00:01Z') + 123.456789, 3);
  });
});
