import type { ForceRule, RuleMatcher } from '@hotspan/client';
import { fieldOf } from '@hotspan/filter';

/** The operators of matchers, as they read between a key and a value; `absent` is how `exists: false` reads. */
export const OPERATORS = [
  { value: 'eq', label: '=', takes: 'one' },
  { value: 'neq', label: '≠', takes: 'one' },
  { value: 'contains', label: 'contains', takes: 'one' },
  { value: 'starts_with', label: 'starts with', takes: 'one' },
  { value: 'ends_with', label: 'ends with', takes: 'one' },
  { value: 'regex', label: 'matches', takes: 'one' },
  { value: 'in', label: 'is one of', takes: 'many' },
  { value: 'exists', label: 'exists', takes: 'none' },
  { value: 'absent', label: 'is absent', takes: 'none' },
  { value: 'gt', label: '>', takes: 'number' },
  { value: 'gte', label: '≥', takes: 'number' },
  { value: 'lt', label: '<', takes: 'number' },
  { value: 'lte', label: '≤', takes: 'number' },
] as const;

export type Operator = (typeof OPERATORS)[number]['value'];
export type Takes = (typeof OPERATORS)[number]['takes'];

/** Whether an operator wants no value, one, a number or several. */
export function takes(op: string): Takes {
  return OPERATORS.find(({ value }) => value === op)?.takes ?? 'one';
}

/** The operator of a matcher as it reads. */
export function operatorOf({ op, value }: RuleMatcher): Operator {
  return op === 'exists' && value === false ? 'absent' : op;
}

/** The values of a matcher: none, one or several. */
export function valuesOf({ op, value }: RuleMatcher): unknown[] {
  if (op === 'exists' || value === undefined || value === null) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}

/** What a rule matches, to be read: `resource.service.name = "demo" and span.http.route starts with "/cart"`. */
export function matchText({ resource, span }: Pick<ForceRule['match'], 'resource' | 'span'>): string {
  const parts = [
    ...resource.map((matcher) => textOf('resource', matcher)),
    ...span.map((matcher) => textOf('span', matcher)),
  ];
  return parts.length > 0 ? parts.join(' and ') : 'every trace';
}

function textOf(scope: string, matcher: RuleMatcher): string {
  const op = operatorOf(matcher);
  const label = OPERATORS.find(({ value }) => value === op)?.label ?? op;
  const values = valuesOf(matcher).map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)));
  return [fieldOf({ scope, key: matcher.key }), label, values.join(', ')].join(' ').trimEnd();
}
