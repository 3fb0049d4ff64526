import type { AdHocVariableFilter } from '@grafana/data';
import { and, clause, not, type Operator } from '@hotspan/filter';

const OPERATORS: Record<string, Operator> = { '=': '=', '!=': '!=', '=~': '=~', '!~': '!~', '<': '<', '>': '>' };

/** A filter narrowed by a dashboard's ad-hoc filters; the keys are field names as `getTagKeys` gives them. */
export function withAdHoc(filter: string, adHoc: readonly AdHocVariableFilter[] = []): string {
  return adHoc.reduce((narrowed, one) => and(narrowed, clauseOf(one)), filter);
}

function clauseOf({ key, operator, value, values = [value] }: AdHocVariableFilter): string {
  switch (operator) {
    case '=|':
      return clause(key, '=~', alternatives(values));
    case '!=|':
      return not(clause(key, '=~', alternatives(values)));
    case '!=':
      // Spans without the attribute are kept: nobody excluded them.
      return not(clause(key, '=', value));
    default:
      return clause(key, OPERATORS[operator] ?? '=', value, /^[<>]/.test(operator) ? 'number' : undefined);
  }
}

function alternatives(values: string[]): string {
  return values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}
