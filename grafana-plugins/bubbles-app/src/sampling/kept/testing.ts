import type { DecisionSummary } from '@hotspan/client';

/** Half an hour in which a tenth was kept, unless told otherwise. */
export function summaryOf(more: Partial<DecisionSummary> = {}): DecisionSummary {
  return {
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:30:00Z',
    traces: 1_204_331,
    keptTraces: 134_885,
    spans: 9_000_000,
    keptSpans: 1_000_000,
    errorTraces: 3210,
    keptErrorTraces: 3210,
    lateSpans: 0,
    revivedTraces: 0,
    dryRunDrops: 0,
    groups: [
      { kept: true, reason: 'error', policy: 'errors', traces: 3210, spans: 30_000, weight: 3210 },
      { kept: true, reason: 'force-rule', policy: 'r-1', traces: 214, spans: 2000, weight: 214 },
      { kept: true, reason: 'probability', policy: 'rest', traces: 131_461, spans: 900_000, weight: 1_314_610 },
      { kept: false, reason: 'not-sampled', policy: 'rest', traces: 1_069_446, spans: 8_000_000, weight: 0 },
    ],
    stepSeconds: 30,
    steps: [{ time: '2026-11-21T14:00:00Z', kept: 134_885, dropped: 1_069_446 }],
    ...more,
  };
}
