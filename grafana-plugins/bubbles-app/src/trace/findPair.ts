import { and, conditionOf } from '@hotspan/filter';
import type { Question } from '../comparison/question';
import type { Services } from '../api/services';
import { covering } from '../state/range';
import type { Lead } from '../verdict/verdict';

/** The slowest selected trace, and an ordinary one of the same operation: one that lacks what the selected have in common. */
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
  const operation = [
    conditionOf({ scope: 'resource', key: 'service.name' }, selected.service),
    conditionOf({ scope: 'intrinsic', key: 'name' }, selected.name),
  ];
  // Not "without any of the leads": a trace of the same operation often shares its route, and it is the rest that differs.
  const leading = leads.map(({ attribute, value }) => conditionOf(attribute, value.value)).join(' && ');
  const different = leading ? [`!(${leading})`] : [];
  const fastest = Math.min(...boxes.map(({ aboveNanos }) => aboveNanos));
  const faster = fastest > 0 ? [`duration <= ${fastest}ns`] : [];
  for (const conditions of [
    [...operation, ...different, ...faster],
    [...operation, ...faster],
    [...operation, ...different],
  ]) {
    const request = { ...range, filter: and(filter, ...conditions), scope, limit: 20, sort: 'newest' as const };
    const ordinary = (await heatmap.spans(request)).spans.find(({ traceId }) => traceId !== selected.traceId);
    if (ordinary) {
      return { trace: selected.traceId, pair: ordinary.traceId };
    }
  }
  return { trace: selected.traceId };
}
