import type { DecisionSummary } from '@hotspan/client';
import { counted, formatRate } from '../numbers';

/** What was kept, in a sentence. */
export function keptSentence({ kept, dropped }: DecisionSummary, range: string): string {
  const traces = kept.traces + dropped.traces;
  const all = counted(traces, 'trace');
  const what = dropped.traces === 0 ? `All ${all}` : `${formatRate(kept.traces, traces)} of ${all}`;
  const failed = failedText(kept.errorTraces, kept.errorTraces + dropped.errorTraces);
  return `${what} ${traces === 1 ? 'was' : 'were'} kept in ${range}${failed}.`;
}

function failedText(kept: number, all: number): string {
  if (all === 0) {
    return '; none failed';
  }
  if (kept === all) {
    return all === 1
      ? ', the one that failed among them'
      : `, all ${all.toLocaleString('en-US')} failed ones among them`;
  }
  return `, ${kept.toLocaleString('en-US')} of the ${all.toLocaleString('en-US')} failed ones among them`;
}

/** What came after the decisions, and what a dry run spared; `undefined` where there was nothing. */
export function afterwards({ kept, dropped }: DecisionSummary): string | undefined {
  const sum = (of: 'lateSpans' | 'revivedTraces' | 'dryRunDrops') => kept[of] + dropped[of];
  const [late, back, spared] = [sum('lateSpans'), sum('revivedTraces'), sum('dryRunDrops')];
  const were = (count: number) => (count === 1 ? 'was' : 'were');
  const parts = [
    late > 0 && `${counted(late, 'span')} came late and followed the decision of ${late === 1 ? 'its' : 'their'} trace`,
    back > 0 && `${counted(back, 'dropped trace')} ${were(back)} brought back`,
    spared > 0 && `${counted(spared, 'trace')} ${were(spared)} kept by the dry run alone`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join('; ')}.` : undefined;
}
