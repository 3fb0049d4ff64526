import type { Box, ComparisonRequest, Scope } from '@hotspan/client';
import { millisOf, parseInstant, type LatencyBox } from '@hotspan/heatmap';
import type { Against } from '../state/pageState';
import { covering, intervalOfMillis, type Interval } from '../state/range';

const DAY = 86_400_000;
const VALUES_PER_ATTRIBUTE = 12;

/** What the user wants compared. */
export interface Question {
  readonly interval: Interval;
  readonly filter: string;
  readonly scope: Scope;
  readonly boxes: readonly LatencyBox[];
  readonly against: Against;
  readonly sameOperation: boolean;
}

/** The request that asks it. */
export function requestOf({ interval, filter, scope, boxes, against, sameOperation }: Question): ComparisonRequest {
  return {
    ...covering(interval, boxes),
    filter,
    scope,
    selection: { boxes: boxes.map((box): Box => ({ ...box })) },
    baseline: baselineOf(boxes, against, sameOperation),
    limitValues: VALUES_PER_ATTRIBUTE,
  };
}

function baselineOf(
  boxes: readonly LatencyBox[],
  against: Against,
  sameOperation: boolean
): ComparisonRequest['baseline'] {
  if (against === 'rest') {
    return { kind: 'rest', ...(sameOperation && { sameOperation }) };
  }
  const start = Math.min(...boxes.map(({ from }) => millisOf(parseInstant(from))));
  const end = Math.max(...boxes.map(({ to }) => millisOf(parseInstant(to))));
  const back = { before: end - start, yesterday: DAY, 'last-week': 7 * DAY }[against];
  return { kind: 'time', ...intervalOfMillis(start - back, end - back) };
}

/** How the baseline is called in a sentence: "2.1 % of the others". */
export function baselineName(against: Against): string {
  return {
    rest: 'the others',
    before: 'those before',
    yesterday: "yesterday's",
    'last-week': "last week's",
  }[against];
}
