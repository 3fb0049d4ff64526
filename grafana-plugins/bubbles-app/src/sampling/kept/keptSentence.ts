import type { DecisionSummary } from '@hotspan/client';
import { counted, formatRate } from '../numbers';

/** What was kept, in a sentence. */
export function keptSentence(summary: DecisionSummary, range: string): string {
  const { traces, keptTraces, errorTraces, keptErrorTraces } = summary;
  const kept = keptTraces === traces ? 'All' : formatRate(keptTraces, traces);
  const of = keptTraces === traces ? ` ${counted(traces, 'trace')}` : ` of ${counted(traces, 'trace')}`;
  return `${kept}${of} ${traces === 1 ? 'was' : 'were'} kept in ${range}${failed(keptErrorTraces, errorTraces)}.`;
}

function failed(kept: number, all: number): string {
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
export function afterwards({ lateSpans, revivedTraces, dryRunDrops }: DecisionSummary): string | undefined {
  const were = (count: number) => (count === 1 ? 'was' : 'were');
  const parts = [
    lateSpans > 0 &&
      `${counted(lateSpans, 'span')} came late and followed the decision of ${lateSpans === 1 ? 'its' : 'their'} trace`,
    revivedTraces > 0 && `${counted(revivedTraces, 'dropped trace')} ${were(revivedTraces)} brought back`,
    dryRunDrops > 0 && `${counted(dryRunDrops, 'trace')} ${were(dryRunDrops)} kept by the dry run alone`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join('; ')}.` : undefined;
}
