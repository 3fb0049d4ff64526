import type { TraceDecision } from '@hotspan/client';

/** A decision for tests: dropped by a share of a tenth, unless told otherwise. */
export function decisionOf(more: Partial<TraceDecision> = {}): TraceDecision {
  return {
    traceId: '0123456789abcdef0123456789abcdef',
    state: 'decided',
    kept: false,
    reason: 'probability',
    policy: 'rest',
    trigger: 'inactivity',
    weight: 0,
    decidedAt: '2026-11-21T14:01:05Z',
    start: '2026-11-21T14:00:00Z',
    durationNanos: 210e6,
    spans: 12,
    errorSpans: 0,
    lateSpans: 0,
    revivedSpans: 0,
    revival: 'none',
    bytes: 4200,
    randomness: 0.42,
    instance: 'sampler-0',
    policies: [
      { name: 'errors', type: 'error', text: '{name: errors, type: error}', vote: 'no opinion' },
      { name: 'slow', type: 'latency', text: '{name: slow, type: latency, at-least: 2s}', vote: 'no opinion' },
      {
        name: 'rest',
        type: 'probability',
        text: '{name: rest, type: probability, probability: 0.1}',
        vote: 'keep 10 %',
      },
    ],
    ...more,
  };
}
