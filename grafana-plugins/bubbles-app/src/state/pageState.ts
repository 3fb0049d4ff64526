import type { Scope } from '@hotspan/client';
import { parseInstant, type ColourBy, type LatencyBox } from '@hotspan/heatmap';

/** What a selection is compared with. */
export type Against = 'rest' | 'before' | 'yesterday' | 'last-week';

/** In which order the cards stand. */
export type CardOrder = 'strength' | 'name';

export type SpanOrder = 'slowest' | 'newest' | 'errors';

/** Everything the page shows, as it stands in its address. */
export interface PageState {
  readonly from: string;
  readonly to: string;
  readonly timeZone?: string;
  readonly refresh: string;
  readonly filter: string;
  readonly scope: Scope;
  readonly colourBy: ColourBy;
  readonly boxes: readonly LatencyBox[];
  readonly against: Against;
  readonly sameOperation: boolean;
  readonly order: CardOrder;
  readonly spanOrder: SpanOrder;
  /** A condition whose cells are lit. */
  readonly lit?: string;
  readonly trace?: string;
  readonly span?: string;
  /** A second trace, to read beside the first. */
  readonly pair?: string;
}

export const DEFAULTS: PageState = {
  from: 'now-30m',
  to: 'now',
  refresh: '',
  filter: '',
  scope: 'root',
  colourBy: 'count',
  boxes: [],
  against: 'rest',
  sameOperation: false,
  order: 'strength',
  spanOrder: 'slowest',
};

const SCOPES = ['root', 'entry', 'all'] as const;
const COLOURS = ['count', 'errors'] as const;
const AGAINST = ['rest', 'before', 'yesterday', 'last-week'] as const;
const CARD_ORDERS = ['strength', 'name'] as const;
const SPAN_ORDERS = ['slowest', 'newest', 'errors'] as const;
const TRACE_ID = /^[0-9a-f]{32}$/;
const SPAN_ID = /^[0-9a-f]{16}$/;

/** Reads the page's state from a query string. What does not make sense there counts as absent. */
export function stateOf(search: string): PageState {
  const query = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  const matching = (name: string, pattern: RegExp) => {
    const value = query.get(name);
    return value && pattern.test(value) ? value : undefined;
  };
  return {
    from: query.get('from') || DEFAULTS.from,
    to: query.get('to') || DEFAULTS.to,
    timeZone: query.get('timezone') || undefined,
    refresh: query.get('refresh') ?? DEFAULTS.refresh,
    filter: query.get('filter') ?? DEFAULTS.filter,
    scope: oneOf('scope', SCOPES, DEFAULTS.scope),
    colourBy: oneOf('colour', COLOURS, DEFAULTS.colourBy),
    boxes: query.getAll('box').flatMap(parseBox),
    against: oneOf('against', AGAINST, DEFAULTS.against),
    sameOperation: query.get('sameOperation') === 'true',
    order: oneOf('order', CARD_ORDERS, DEFAULTS.order),
    spanOrder: oneOf('spanOrder', SPAN_ORDERS, DEFAULTS.spanOrder),
    lit: query.get('lit') || undefined,
    trace: matching('trace', TRACE_ID),
    span: matching('span', SPAN_ID),
    pair: matching('pair', TRACE_ID),
  };
}

/** The query string of a state; what is as it would be anyway is left out. Parameters of others are kept. */
export function searchOf(state: PageState, current = ''): string {
  const query = new URLSearchParams(current);
  const set = (name: string, value: string | undefined, otherwise = '') =>
    value && value !== otherwise ? query.set(name, value) : query.delete(name);
  // The range is always named: a link must not depend on what the default will be.
  query.set('from', state.from);
  query.set('to', state.to);
  set('timezone', state.timeZone);
  set('refresh', state.refresh);
  set('filter', state.filter);
  set('scope', state.scope, DEFAULTS.scope);
  set('colour', state.colourBy, DEFAULTS.colourBy);
  query.delete('box');
  state.boxes.forEach((box) => query.append('box', formatBox(box)));
  set('against', state.against, DEFAULTS.against);
  set('sameOperation', state.sameOperation ? 'true' : '');
  set('order', state.order, DEFAULTS.order);
  set('spanOrder', state.spanOrder, DEFAULTS.spanOrder);
  set('lit', state.lit);
  set('trace', state.trace);
  set('span', state.span);
  set('pair', state.pair);
  return `?${query.toString()}`;
}

/** `from~to~above~upTo`, latencies in nanoseconds. */
function formatBox({ from, to, aboveNanos, upToNanos }: LatencyBox): string {
  return [from, to, aboveNanos, upToNanos].join('~');
}

function parseBox(text: string): LatencyBox[] {
  const [from, to, above, upTo] = text.split('~');
  const [aboveNanos, upToNanos] = [Number(above), Number(upTo)];
  try {
    const sound = parseInstant(from) < parseInstant(to) && aboveNanos < upToNanos;
    return sound ? [{ from, to, aboveNanos, upToNanos }] : [];
  } catch {
    return [];
  }
}
