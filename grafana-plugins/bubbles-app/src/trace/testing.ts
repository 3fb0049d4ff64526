import type { TraceSpan } from '@hotspan/client';

/** A span for tests; times in milliseconds from the trace's start. */
export function spanOf(id: string, parent: string, from: number, to: number, more: Partial<TraceSpan> = {}): TraceSpan {
  return {
    traceId: '0123456789abcdef0123456789abcdef',
    spanId: id,
    parentSpanId: parent,
    timestamp: new Date(Date.parse('2026-11-21T14:00:00Z') + from).toISOString(),
    durationNanos: (to - from) * 1e6,
    service: 'api-gateway',
    name: `span ${id}`,
    kind: 'Server',
    status: 'Unset',
    statusMessage: '',
    weight: 1,
    reason: 'probabilistic',
    traceState: '',
    attributes: {},
    resourceAttributes: {},
    scope: { name: '', version: '' },
    events: [],
    links: [],
    ...more,
  };
}
