import { DEFAULTS as RANGE } from '../state/pageState';
import type { RangeState } from '../state/useRange';

/** Everything the Sampling page shows, as it stands in its address. */
export interface SamplingState extends RangeState {
  /** The rule that is written: its id, or `new`. */
  readonly rule?: string;
  /** The trace whose decision is explained. */
  readonly trace?: string;
  /** What the candidate policies are, as they were last run. */
  readonly policies?: string;
  /** A run of candidate policies. */
  readonly replay?: string;
}

export const SAMPLING_PATH = '/a/hotspan-bubbles-app/sampling';
export const NEW_RULE = 'new';
const TRACE_ID = /^[0-9a-f]{32}$/;

/** Reads the state from a query string. What does not make sense there counts as absent. */
export function samplingStateOf(search: string): SamplingState {
  const query = new URLSearchParams(search);
  return {
    from: query.get('from') || RANGE.from,
    to: query.get('to') || RANGE.to,
    timeZone: query.get('timezone') || undefined,
    refresh: query.get('refresh') ?? RANGE.refresh,
    rule: query.get('rule') || undefined,
    trace: traceIdOf(query.get('trace') ?? ''),
    policies: query.get('policies') || undefined,
    replay: query.get('replay') || undefined,
  };
}

/** The query string of a state; what is absent is left out. Parameters of others are kept. */
export function samplingSearchOf(state: SamplingState, current = ''): string {
  const query = new URLSearchParams(current);
  const set = (name: string, value: string | undefined) => (value ? query.set(name, value) : query.delete(name));
  query.set('from', state.from);
  query.set('to', state.to);
  set('timezone', state.timeZone);
  set('refresh', state.refresh);
  set('rule', state.rule);
  set('trace', state.trace);
  set('policies', state.policies);
  set('replay', state.replay);
  return `?${query.toString()}`;
}

/** The address of the page with a trace explained, in the range and time zone of another page. */
export function explainHref(traceId: string, { from, to, timeZone }: Pick<SamplingState, 'from' | 'to' | 'timeZone'>) {
  return SAMPLING_PATH + samplingSearchOf({ from, to, timeZone, refresh: '', trace: traceId });
}

/** A trace id as it is pasted: in capitals, with dashes, in quotes. */
export function traceIdOf(text: string): string | undefined {
  const id = text.toLowerCase().replace(/[\s"'-]/g, '');
  return TRACE_ID.test(id) ? id : undefined;
}
