import type { IconName } from '@grafana/ui';

/** Why traces were kept or dropped, as it is shown. */
export interface Reason {
  readonly label: string;
  readonly icon: IconName;
  /** Decided before it was due, because the buffer was full. */
  readonly early: boolean;
}

const EARLY = / \(early\)$/;
const ICONS: Record<string, IconName> = {
  error: 'exclamation-circle',
  latency: 'stopwatch',
  probability: 'percentage',
  'force-rule': 'bolt',
  'late-error': 'history',
  'rate-limiting': 'tachometer-fast',
  'bytes-limiting': 'tachometer-fast',
};

const DROPPED: Record<string, string> = {
  drop: 'dropped by policy',
  'force-rule': 'dropped by force rule',
  'no-policy': 'no policy had a say',
};

/** A reason in words. What is dropped is so because no policy kept it, unless a drop policy or a rule says otherwise. */
export function reasonOf({ kept, reason }: { kept: boolean; reason: string }): Reason {
  const plain = reason.replace(EARLY, '');
  const early = plain !== reason;
  const words = plain.replaceAll('-', ' ');
  if (kept) {
    return { label: words, icon: ICONS[plain] ?? 'check', early };
  }
  return { label: DROPPED[plain] ?? 'not kept', icon: 'times', early };
}
