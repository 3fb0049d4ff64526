import type { TraceDecision } from '@hotspan/client';

/** A decision for tests: dropped by a share of a tenth, unless told otherwise. */
export function decisionOf(more: Partial<TraceDecision> = {}): TraceDecision {
  const policy = (name: string, type: string, settings: string, vote: string, probability: number | null = null) => ({
    name,
    type,
    text: `{name: ${name}, type: ${type}${settings}}`,
    vote,
    probability,
  });
  return {
    traceId: '0123456789abcdef0123456789abcdef',
    state: 'decided',
    kept: false,
    explanation: 'Policy rest came nearest: it keeps 10 % of traces like this, and this is not one of them.',
    reason: 'not-sampled',
    policy: 'rest',
    weight: 0,
    rule: null,
    dryRun: null,
    trigger: 'inactivity',
    decidedAt: '2026-11-21T14:01:05Z',
    firstSeen: null,
    lastSeen: null,
    spans: 12,
    errorSpans: 0,
    lateSpans: 0,
    revival: 'none',
    revivedSpans: 0,
    start: '2026-11-21T14:00:00Z',
    durationNanos: 210e6,
    bytes: 4200,
    randomness: 0.42,
    precedence: 'all-vote',
    policies: [
      policy('errors', 'error', '', 'no opinion'),
      policy('slow', 'latency', ', at-least: 2s', 'no opinion'),
      policy('rest', 'probability', ', probability: 0.1', 'keep 10 %', 0.1),
    ],
    instance: 'sampler-0',
    partition: 2,
    firstOffset: 5_000_000,
    source: 'clickhouse',
    ...more,
  };
}
