import { createDataFrame, type DataFrame, FieldType, type TraceKeyValuePair } from '@grafana/data';
import type { Trace, TraceSpan } from '@hotspan/client';

// OpenTelemetry's status codes, as Grafana's trace view reads them.
const STATUS_CODES: Record<string, number> = { unset: 0, ok: 1, error: 2 };

/** A whole trace for Grafana's trace view: one row a span, times in milliseconds. */
export function traceFrame({ spans, capped }: Trace, refId: string): DataFrame {
  const column = <T>(name: string, type: FieldType, read: (span: TraceSpan) => T) => ({
    name,
    type,
    values: spans.map(read),
  });
  return createDataFrame({
    refId,
    name: 'Trace',
    meta: {
      preferredVisualisationType: 'trace',
      custom: { traceFormat: 'otlp' },
      notices: capped ? [{ severity: 'warning', text: `Only the first ${spans.length} spans are shown.` }] : [],
    },
    fields: [
      column('traceID', FieldType.string, (span) => span.traceId),
      column('spanID', FieldType.string, (span) => span.spanId),
      column('parentSpanID', FieldType.string, (span) => span.parentSpanId || undefined),
      column('operationName', FieldType.string, (span) => span.name),
      column('serviceName', FieldType.string, (span) => span.service),
      column('serviceTags', FieldType.other, (span) => pairs(span.resourceAttributes)),
      column('startTime', FieldType.number, (span) => millisOf(span.timestamp)),
      column('duration', FieldType.number, (span) => span.durationNanos / 1e6),
      column('kind', FieldType.string, (span) => span.kind.toLowerCase()),
      column('statusCode', FieldType.number, (span) => STATUS_CODES[span.status.toLowerCase()] ?? 0),
      column('statusMessage', FieldType.string, (span) => span.statusMessage),
      column('instrumentationLibraryName', FieldType.string, (span) => span.scope.name),
      column('instrumentationLibraryVersion', FieldType.string, (span) => span.scope.version),
      column('traceState', FieldType.string, (span) => span.traceState),
      column('tags', FieldType.other, (span) => [...pairs(span.attributes), ...errorTag(span)]),
      column('logs', FieldType.other, (span) =>
        span.events.map(({ timestamp, name, attributes }) => ({
          timestamp: millisOf(timestamp),
          name,
          fields: pairs(attributes),
        }))
      ),
      column('references', FieldType.other, (span) =>
        span.links.map(({ traceId, spanId, attributes }) => ({
          traceID: traceId,
          spanID: spanId,
          tags: pairs(attributes),
        }))
      ),
    ],
  });
}

/** Milliseconds with their fraction: `Date.parse` would drop the microseconds that tell two spans apart. */
function millisOf(instant: string): number {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return Date.parse(instant.replace(/\.\d+/, '')) + Number(`0.${fraction || 0}`) * 1000;
}

function pairs(attributes: Record<string, string>): TraceKeyValuePair[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value }));
}

/** The trace view marks spans red by this tag. */
function errorTag({ status }: TraceSpan): TraceKeyValuePair[] {
  return status.toLowerCase() === 'error' ? [{ key: 'error', value: true }] : [];
}
