import { literal, type FieldType } from './compose';
import type { Completion } from './completion';

export interface SuggestedField {
  name: string;
  type: FieldType;
  distinct?: number;
}

export interface SuggestedValue {
  value: string;
  count?: number;
}

/** Where fields and values come from; both may be asked often and are given up through the signal. */
export interface SuggestionSource {
  fields(signal: AbortSignal): Promise<SuggestedField[]>;
  values(field: string, prefix: string, signal: AbortSignal): Promise<SuggestedValue[]>;
}

export interface Suggestion {
  label: string;
  /** What replaces the part of the filter that is completed. */
  insert: string;
  detail?: string;
}

const SHOWN = 50;
const OPERATORS: Record<FieldType, string[]> = {
  string: ['=', '!=', '=~', '!~'],
  number: ['=', '!=', '>', '>=', '<', '<='],
  duration: ['>', '>=', '<', '<='],
  status: ['=', '!='],
  kind: ['=', '!='],
};
const OPERATOR_DETAILS: Record<string, string> = {
  '=': 'equal',
  '!=': 'not equal',
  '=~': 'matches the whole pattern',
  '!~': 'does not match',
  '>': 'greater',
  '>=': 'at least',
  '<': 'less',
  '<=': 'at most',
};
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const DURATIONS = ['10ms', '50ms', '100ms', '500ms', '1s', '5s'];

export function fieldSuggestions(fields: readonly SuggestedField[], prefix: string): Suggestion[] {
  return fields
    .map((field) => ({ field, rank: rankOf(field.name, prefix) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.field.name.localeCompare(b.field.name))
    .slice(0, SHOWN)
    .map(({ field }) => ({ label: field.name, insert: `${field.name} `, detail: detailOf(field) }));
}

function detailOf({ type, distinct }: SuggestedField): string {
  return distinct ? `${type}, ${COMPACT.format(distinct)} ${distinct === 1 ? 'value' : 'values'}` : type;
}

export function operatorSuggestions(type: FieldType, prefix = ''): Suggestion[] {
  return OPERATORS[type]
    .filter((operator) => operator.startsWith(prefix))
    .map((operator) => ({ label: operator, insert: `${operator} `, detail: OPERATOR_DETAILS[operator] }));
}

export function valueSuggestions(values: readonly SuggestedValue[], type: FieldType): Suggestion[] {
  return values.slice(0, SHOWN).map(({ value, count }) => ({
    label: value,
    insert: `${literal(value, type)} `,
    detail: count === undefined ? undefined : count.toLocaleString('en-US'),
  }));
}

export function durationSuggestions(prefix: string): Suggestion[] {
  return DURATIONS.filter((value) => value.startsWith(prefix)).map((value) => ({ label: value, insert: `${value} ` }));
}

export function logicSuggestions(prefix: string): Suggestion[] {
  return [
    { label: '&&', insert: '&& ', detail: 'and' },
    { label: '||', insert: '|| ', detail: 'or' },
  ].filter(({ label }) => label.startsWith(prefix));
}

/** The filter after a choice, and where the cursor stands then. The first choice brings the braces along. */
export function applied(
  filter: string,
  completion: Completion,
  { insert }: Suggestion
): { filter: string; cursor: number } {
  const brace = filter.trimStart().startsWith('{') ? '' : '{ ';
  const head = brace + filter.slice(0, completion.from) + insert;
  const tail = filter.slice(completion.to).trimStart();
  return { filter: head + (brace && tail === '' ? '}' : tail), cursor: head.length };
}

/** 0 for no match; names that begin with what was typed, or whose last part does, come first. */
function rankOf(name: string, prefix: string): number {
  const lower = name.toLowerCase();
  const typed = prefix.toLowerCase();
  if (typed === '' || lower.startsWith(typed)) {
    return 3;
  }
  const withoutScope = lower.replace(/^(span|resource)\./, '');
  return withoutScope.startsWith(typed) ? 2 : lower.includes(typed) ? 1 : 0;
}
