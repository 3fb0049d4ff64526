import type { Problem } from '@hotspan/client';
import type { Draft, DraftField, DraftProblems } from './draft';

const FIELDS: Record<string, DraftField> = {
  description: 'description',
  duration_secs: 'minutes',
  priority: 'priority',
  max_matches: 'cap',
  retroactive_from: 'past',
  match: 'matchers',
};

/**
 * What the service has against a rule, at the fields of the form: it points into the request it was sent (`/match/span/0/value`),
 * whose lists the form shows as one.
 */
export function fieldProblemsOf(problem: Problem, draft: Draft): DraftProblems {
  const problems: DraftProblems = {};
  for (const { field, message, accepted } of problem.errors) {
    const at = fieldAt(field, draft) ?? 'form';
    const text = accepted ? `${message} (${accepted})` : message;
    problems[at] = problems[at] ? `${problems[at]}; ${text}` : text;
  }
  return problem.errors.length > 0 ? problems : { form: problem.detail || problem.title };
}

function fieldAt(pointer: string, draft: Draft): DraftField | undefined {
  const [name, scope, position] = pointer.replace(/^[#$]?[/.]?/, '').split(/[/.[\]]+/);
  if (name === 'match' && (scope === 'resource' || scope === 'span') && /^\d+$/.test(position ?? '')) {
    const indices = draft.matchers.flatMap((matcher, i) => (matcher.scope === scope ? [i] : []));
    const index = indices[Number(position)];
    return index === undefined ? 'matchers' : `matchers.${index}`;
  }
  return FIELDS[name];
}
