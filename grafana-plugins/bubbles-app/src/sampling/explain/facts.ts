import { dateTimeFormat, type TimeZone } from '@grafana/data';
import type { TraceDecision } from '@hotspan/client';
import { formatCount, formatNanos } from '@hotspan/heatmap';
import { counted, formatBytes } from '../numbers';

export type Fact = readonly [name: string, value: string];

const WHEN: Record<NonNullable<TraceDecision['trigger']>, string> = {
  inactivity: 'when no span had come for a while',
  'max-age': 'at the maximum age of a trace',
  'buffer-full': 'early, because the buffer was full',
};

/** What is known of a decision besides its reason, what policies were told first. */
export function factsOf(decision: TraceDecision, timeZone: TimeZone): Fact[] {
  const {
    start,
    durationNanos,
    bytes,
    randomness,
    decidedAt,
    firstSeen,
    lastSeen,
    trigger,
    instance,
    rule,
    weight,
    partition,
    firstOffset,
  } = decision;
  const time = (text: string) => dateTimeFormat(Date.parse(text), { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS' });
  const facts: Array<Fact | false | null | undefined | ''> = [
    ['Spans', spansText(decision)],
    durationNanos !== null && ['Duration', formatNanos(durationNanos)],
    bytes !== null && ['Size', formatBytes(bytes)],
    randomness !== null && ['Randomness', randomness.toFixed(4)],
    weight > 1 && ['Stands for', counted(Number(weight.toPrecision(3)), 'trace')],
    start && ['Began', time(start)],
    firstSeen && ['First record', time(firstSeen)],
    lastSeen && ['Latest record', time(lastSeen)],
    decidedAt && ['Decided', trigger ? `${time(decidedAt)}, ${WHEN[trigger]}` : time(decidedAt)],
    instance && ['By', instance],
    rule && ['Rule', `${rule.id}, version ${rule.version}`],
    ['In the log', `partition ${partition}, offset ${formatCount(firstOffset)}`],
  ];
  return facts.filter((fact) => Array.isArray(fact)) as Fact[];
}

function spansText({ spans, errorSpans, lateSpans, revival, revivedSpans }: TraceDecision): string {
  const parts = [
    `${formatCount(spans)}, ${formatCount(errorSpans)} failed`,
    lateSpans > 0 && `${formatCount(lateSpans)} late`,
    revivedSpans > 0 && `${formatCount(revivedSpans)} brought back`,
    revival === 'asked' && 'being brought back',
  ];
  return parts.filter((part) => part !== false).join(', ');
}
