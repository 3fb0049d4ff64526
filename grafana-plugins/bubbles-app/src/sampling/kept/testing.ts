import type { DecisionSummary } from '@hotspan/client';

type Totals = DecisionSummary['kept'];

/** Counts of so many traces, ten spans each. */
export function totalsOf(traces: number, more: Partial<Totals> = {}): Totals {
  return {
    traces,
    errorTraces: 0,
    spans: traces * 10,
    lateSpans: 0,
    revivedTraces: 0,
    dryRunDrops: 0,
    weight: traces,
    ...more,
  };
}

/** Half an hour in which a tenth was kept, unless told otherwise. */
export function summaryOf(more: Partial<DecisionSummary> = {}): DecisionSummary {
  return {
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:30:00Z',
    kept: totalsOf(134_885, { errorTraces: 3210 }),
    dropped: totalsOf(1_069_446, { weight: 0 }),
    reasons: [
      { kept: true, reason: 'error', policy: 'errors', totals: totalsOf(3210) },
      { kept: true, reason: 'force-rule', policy: 'r-1', totals: totalsOf(214) },
      { kept: true, reason: 'probability', policy: 'rest', totals: totalsOf(131_461, { weight: 1_314_610 }) },
      { kept: false, reason: 'not-sampled', policy: 'rest', totals: totalsOf(1_069_446, { weight: 0 }) },
    ],
    stepSeconds: 30,
    steps: [{ start: '2026-11-21T14:00:00Z', keptTraces: 134_885, droppedTraces: 1_069_446 }],
    ...more,
  };
}
