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

/** What came after the decisions, or `undefined` where nothing did. */
export function afterwards({ lateSpans, revivedTraces }: DecisionSummary): string | undefined {
  const late =
    lateSpans > 0 &&
    `${counted(lateSpans, 'span')} came late and followed the decision of ${lateSpans === 1 ? 'its' : 'their'} trace`;
  const back =
    revivedTraces > 0 &&
    `${counted(revivedTraces, 'dropped trace')} ${revivedTraces === 1 ? 'was' : 'were'} brought back`;
  const parts = [late, back].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join('; ')}.` : undefined;
}
