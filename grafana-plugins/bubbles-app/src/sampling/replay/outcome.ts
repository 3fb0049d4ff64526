import type { Replay } from '@hotspan/client';
import { formatCount } from '@hotspan/heatmap';
import { counted, formatBytes, formatRate } from '../numbers';

type Outcome = Replay['candidate'];

/** What the candidate policies would have done, in a sentence. */
export function outcomeSentence({ candidate, inForce, errorsLost }: Replay): string {
  const all = candidate.tracesKept + candidate.tracesDropped;
  if (all === 0) {
    return 'No trace lies in this range of the log.';
  }
  const rate = ({ tracesKept, tracesDropped }: Outcome) => formatRate(tracesKept, tracesKept + tracesDropped);
  const kept = `They would have kept ${rate(candidate)} of ${counted(all, 'trace')} (now ${rate(inForce)})`;
  const bytes = `${changeOf(inForce.bytesKept, candidate.bytesKept)} bytes`;
  return `${kept}, ${bytes}. ${lostText(errorsLost)}`;
}

function lostText({ traces, keptByPoliciesInForce: keptNow }: Replay['errorsLost']): string {
  if (traces === 0) {
    return 'No failed trace would be lost.';
  }
  const lost = `${counted(traces, 'failed trace')} would be lost`;
  if (keptNow === traces) {
    return `${lost}, ${traces === 1 ? 'which is' : 'all of them'} kept now.`;
  }
  return keptNow === 0
    ? `${lost}, as ${traces === 1 ? 'it is' : 'they are'} now.`
    : `${lost}, ${formatCount(keptNow)} of them kept now.`;
}

/** `38 % fewer`, `twice as many` and the like, for a number that was another before. */
export function changeOf(before: number, after: number): string {
  if (before === after) {
    return 'as many';
  }
  if (before === 0) {
    return 'more';
  }
  const ratio = after / before;
  if (ratio >= 2) {
    return `${Number(ratio.toPrecision(2))} times as many`;
  }
  return ratio > 1 ? `${formatRate(after - before, before)} more` : `${formatRate(before - after, before)} fewer`;
}

/** A row of the comparison, as text. */
export interface OutcomeRow {
  readonly name: string;
  readonly now: string;
  readonly candidate: string;
  readonly change: string;
}

/** The totals of both sides. */
export function totalsOf({ candidate, inForce }: Replay): OutcomeRow[] {
  const row = (name: string, of: (outcome: Outcome) => number, text: (value: number) => string = formatCount) => ({
    name,
    now: text(of(inForce)),
    candidate: text(of(candidate)),
    change: changeOf(of(inForce), of(candidate)),
  });
  return [
    row('Traces kept', ({ tracesKept }) => tracesKept),
    row('Failed traces kept', ({ errorTracesKept }) => errorTracesKept),
    row('Spans kept', ({ spansKept }) => spansKept),
    row('Bytes kept', ({ bytesKept }) => bytesKept, formatBytes),
  ];
}

/** Traces by reason and policy on both sides, kept ones first; a policy of one side alone has none on the other. */
export interface ReasonPair {
  readonly kept: boolean;
  readonly reason: string;
  readonly policy: string;
  readonly now: number;
  readonly candidate: number;
}

export function reasonsOf({ candidate, inForce }: Replay): ReasonPair[] {
  const pairs = new Map<string, ReasonPair>();
  const add = (side: 'now' | 'candidate') => (share: Outcome['byReason'][number]) => {
    const { kept, reason, policy, traces } = share;
    const key = JSON.stringify([kept, reason, policy]);
    const pair = pairs.get(key) ?? { kept, reason, policy, now: 0, candidate: 0 };
    pairs.set(key, { ...pair, [side]: pair[side] + traces });
  };
  inForce.byReason.forEach(add('now'));
  candidate.byReason.forEach(add('candidate'));
  return [...pairs.values()].sort(
    (a, b) => Number(b.kept) - Number(a.kept) || b.candidate - a.candidate || b.now - a.now
  );
}
