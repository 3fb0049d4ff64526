import type { Replay } from '@hotspan/client';

type Outcome = Replay['candidate'];

/** What policies make of a thousand traces, a tenth of which is kept unless told otherwise. */
export function outcomeOf(more: Partial<Outcome> = {}): Outcome {
  return {
    tracesKept: 100,
    tracesDropped: 900,
    spansKept: 1000,
    spansDropped: 9000,
    bytesKept: 100_000,
    bytesDropped: 900_000,
    errorTracesKept: 20,
    errorTracesDropped: 0,
    byReason: [
      { kept: true, reason: 'error', policy: 'errors', traces: 20, spans: 200, bytes: 20_000 },
      { kept: true, reason: 'probability', policy: 'rest', traces: 80, spans: 800, bytes: 80_000 },
      { kept: false, reason: 'probability', policy: 'rest', traces: 900, spans: 9000, bytes: 900_000 },
    ],
    ...more,
  };
}

/** A replay that has ended. */
export function replayOf(more: Partial<Replay> = {}): Replay {
  return {
    id: 'replay-1',
    state: 'done',
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:30:00Z',
    policies: ['errors', 'rest'],
    policiesInForce: ['errors', 'rest'],
    createdAt: '2026-11-21T14:31:00Z',
    finishedAt: '2026-11-21T14:31:09Z',
    failure: null,
    offsetsRead: 10_000,
    offsetsTotal: 10_000,
    tracesDecidedEarly: 0,
    candidate: outcomeOf(),
    inForce: outcomeOf(),
    errorsLost: { traces: 0, keptByPoliciesInForce: 0, traceIds: [] },
    notices: [],
    ...more,
  };
}
