import type { Comparison, Heatmap, Spans } from '@hotspan/client';
import { useServices } from '../api/services';
import { useAnswer, type Answer } from '../api/useAnswer';
import { requestOf, type Question } from '../comparison/question';
import type { PageState } from '../state/pageState';
import { covering, type Interval } from '../state/range';

const MOST_COLUMNS = 240;
const SPANS_IN_BOX = 50;
const SPANS_IN_RANGE = 10;

export interface Answers {
  readonly heatmap: Answer<Heatmap>;
  readonly comparison: Answer<Comparison>;
  readonly spans: Answer<Spans>;
  readonly question: Question;
}

/**
 * All that the page asks for its state. The heatmap follows the clock. What is asked about a box does not: its answer
 * stays put while the range moves on, until the user asks anew.
 */
export function useAnswers(state: PageState, interval: Interval, asked: number): Answers {
  const services = useServices();
  const { filter, scope, boxes, against, sameOperation, spanOrder, from, to } = state;
  const question: Question = { interval, filter, scope, boxes, against, sameOperation };
  const base = { filter, scope };

  const heatmap = useAnswer(keyOf(interval, base, asked), (options) =>
    services.heatmap.heatmap({ ...interval, ...base, maxColumns: MOST_COLUMNS }, options)
  );
  const selected = keyOf(from, to, base, boxes, asked);
  const comparison = useAnswer(boxes.length > 0 ? keyOf(selected, against, sameOperation) : undefined, (options) =>
    services.comparison.compare(requestOf(question), options)
  );
  const spans = useAnswer(keyOf(boxes.length > 0 ? selected : interval, base, asked, spanOrder), (options) =>
    services.heatmap.spans(
      {
        ...covering(interval, boxes),
        ...base,
        boxes: boxes.map((box) => ({ ...box })),
        limit: boxes.length > 0 ? SPANS_IN_BOX : SPANS_IN_RANGE,
        sort: spanOrder,
      },
      options
    )
  );
  return { heatmap, comparison, spans, question };
}

function keyOf(...parts: unknown[]): string {
  return JSON.stringify(parts);
}
