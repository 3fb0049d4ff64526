import type { TraceDecision } from '@hotspan/client';
import { counted, formatRate } from '../numbers';

/** Why a trace was kept or dropped, in a sentence that begins with which. */
export interface Explanation {
  readonly outcome: 'kept' | 'dropped' | 'undecided';
  readonly sentence: string;
}

/** The share that a vote such as `keep 10 %` stands for. */
const SHARE = /^keep ([\d.]+)\s?%$/;

export function explanationOf(decision: TraceDecision): Explanation {
  if (decision.state === 'undecided') {
    const spans = counted(decision.spans, 'span');
    return { outcome: 'undecided', sentence: `${spans} came so far; it is decided when none has come for a while.` };
  }
  return decision.kept
    ? { outcome: 'kept', sentence: whyKept(decision) }
    : { outcome: 'dropped', sentence: whyDropped(decision) };
}

function whyKept(decision: TraceDecision): string {
  const { reason, policy, revival, weight } = decision;
  const plain = reason.replace(/ \(early\)$/, '');
  if (plain === 'late-error') {
    return revival === 'asked'
      ? 'it was dropped at first; then a failed span came late, and the rest is being brought back.'
      : 'it was dropped at first; then a failed span came late and brought it back.';
  }
  if (decision.rule) {
    return `the force rule ${ruleText(decision)} matched it, before any policy was asked.`;
  }
  const share = shareOf(decision, policy);
  if (share !== undefined) {
    return `${named(policy)} keeps ${share}, and this trace's randomness is within it. It stands for ${standsFor(weight)}.`;
  }
  return `${named(policy)} keeps ${whatKept(plain)}.`;
}

function whyDropped(decision: TraceDecision): string {
  const { reason, policy } = decision;
  const plain = reason.replace(/ \(early\)$/, '');
  if (decision.rule) {
    return `the force rule ${ruleText(decision)} matched it, before any policy was asked.`;
  }
  if (plain === 'drop') {
    return `${named(policy)} drops what it matches, and it matched.`;
  }
  const share = shareOf(decision, policy);
  if (share !== undefined) {
    return `no policy kept it; ${named(policy)} keeps ${share}, and this trace's randomness is not within it.`;
  }
  return policy === '' ? 'no policy had a say in it.' : `no policy kept it; ${named(policy)} came nearest.`;
}

function shareOf({ policies }: TraceDecision, policy: string): string | undefined {
  const vote = policies.find(({ name }) => name === policy)?.vote ?? '';
  const percent = SHARE.exec(vote)?.[1];
  return percent === undefined || Number(percent) >= 100 || Number(percent) === 0
    ? undefined
    : formatRate(Number(percent), 100);
}

function whatKept(reason: string): string {
  switch (reason) {
    case 'error':
      return 'every trace that failed, and it did';
    case 'latency':
      return 'every trace that lasted so long, and it did';
    case 'always':
      return 'every trace';
    default:
      return 'what it matches, and it matched';
  }
}

function ruleText({ rule, policy }: TraceDecision): string {
  return rule?.description ? `“${rule.description}”` : `\`${rule?.id ?? policy}\``;
}

function named(policy: string): string {
  return `\`${policy}\``;
}

function standsFor(weight: number): string {
  return counted(Number(weight.toPrecision(3)), 'trace');
}
