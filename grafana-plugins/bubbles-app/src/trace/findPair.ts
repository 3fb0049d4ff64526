import { conditionOf, narrowed, negated } from '../filter/conditions';
import type { Question } from '../comparison/question';
import type { Services } from '../api/services';
import { covering } from '../state/range';
import type { Lead } from '../verdict/verdict';

/** The slowest selected trace, and an ordinary one of the same operation: without the leading value, outside the boxes. */
export async function findPair(
  { heatmap }: Services,
  { interval, filter, scope, boxes }: Question,
  leads: readonly Lead[]
): Promise<{ trace: string; pair?: string } | undefined> {
  const range = covering(interval, boxes);
  const selected = (await heatmap.spans({ ...range, filter, scope, boxes: [...boxes], limit: 1, sort: 'slowest' }))
    .spans[0];
  if (!selected) {
    return undefined;
  }
  const without = leads.slice(0, 1).map(({ attribute, value }) => negated(conditionOf(attribute, value.value)));
  const sameOperation = [
    conditionOf({ scope: 'resource', key: 'service.name' }, selected.service),
    conditionOf({ scope: 'intrinsic', key: 'name' }, selected.name),
  ];
  for (const conditions of [[...sameOperation, ...without], without]) {
    const { spans } = await heatmap.spans({
      ...range,
      filter: narrowed(filter, conditions),
      scope,
      limit: 20,
      sort: 'newest',
    });
    const ordinary = spans.find(({ traceId }) => traceId !== selected.traceId);
    if (ordinary) {
      return { trace: selected.traceId, pair: ordinary.traceId };
    }
  }
  return { trace: selected.traceId };
}
