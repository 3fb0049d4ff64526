import { type FieldType, literal } from '@hotspan/filter';

/** A variable's value, and whether the dashboard lets several be chosen. */
export type Format = (value: string | string[], variable: { multi?: boolean; includeAll?: boolean }) => string;

/** Replaces the variables in a text, as Grafana's template service does. */
export type Replace = (text: string, format: Format) => string;

const VARIABLE = /\$\{[^}]+\}|\$\w+|\[\[[^\]]+\]\]/;
const PIECE = new RegExp(`"(?:\\\\.|[^"\\\\\\n])*"|\`[^\`]*\`|${VARIABLE.source}`, 'g');
const OPERATOR = /(=~|!~|!=|>=|<=|=|>|<)(\s*)$/;
const SEVERAL: Record<string, string> = { '=': '=~', '!=': '!~' };
const TYPES: Record<string, FieldType> = { status: 'status', kind: 'kind', duration: 'duration' };

/**
 * Puts variables into a filter so that a value always stays a value: inside quotes it is escaped, outside it becomes a literal,
 * several values become alternatives of a regular expression (`=` then turns into `=~`). Only `${name:raw}` outside quotes is
 * taken as filter text.
 */
export function interpolate(filter: string, replace: Replace): string {
  let result = '';
  let at = 0;
  for (const piece of filter.matchAll(PIECE)) {
    result += filter.slice(at, piece.index);
    at = piece.index + piece[0].length;
    result = /^["`]/.test(piece[0]) ? withText(result, piece[0], replace) : withBare(result, piece[0], replace);
  }
  return result + filter.slice(at);
}

/** A string literal: its variables are replaced within the quotes. */
function withText(head: string, text: string, replace: Replace): string {
  if (!VARIABLE.test(text)) {
    return head + text;
  }
  const raw = text.startsWith('`');
  const regex = isRegex(head);
  const alone = new RegExp(`^["\`](?:${VARIABLE.source})["\`]$`).test(text);
  let several = false;
  const body = text.slice(1, -1).replace(new RegExp(VARIABLE, 'g'), (variable) => {
    const value = replace(variable, (values, { multi, includeAll }) => {
      const all = [values].flat();
      several ||= all.length > 1;
      return regex || all.length > 1 ? pattern(all, Boolean(multi || includeAll)) : all.join('');
    });
    // A name that no variable has stays as it is.
    return value === variable || raw ? value : escaped(value);
  });
  const quoted = raw ? `\`${body.replaceAll('`', '')}\`` : `"${body}"`;
  return (several && alone ? asRegex(head) : head) + quoted;
}

/** A variable without quotes: one value becomes a literal of the field's type. */
function withBare(head: string, variable: string, replace: Replace): string {
  if (/:raw\}$/.test(variable)) {
    return head + replace(variable, (values) => [values].flat().join(','));
  }
  let several = false;
  const value = replace(variable, (values, { multi, includeAll }) => {
    const all = [values].flat();
    several = all.length > 1;
    return several || isRegex(head) ? pattern(all, Boolean(multi || includeAll)) : (all[0] ?? '');
  });
  if (value === variable) {
    return head + variable;
  }
  return several ? `${asRegex(head)}"${escaped(value)}"` : head + literal(value, typeAt(head));
}

function typeAt(head: string): FieldType {
  const operator = OPERATOR.exec(head);
  const field = operator
    ? head
        .slice(0, operator.index)
        .trimEnd()
        .split(/[\s({!]/)
        .at(-1)
    : undefined;
  const ordered = operator?.[1].startsWith('<') || operator?.[1].startsWith('>');
  return TYPES[field ?? ''] ?? (ordered ? 'number' : 'string');
}

function isRegex(head: string): boolean {
  return OPERATOR.exec(head)?.[1].endsWith('~') ?? false;
}

function asRegex(head: string): string {
  return head.replace(OPERATOR, (_, operator: string, space: string) => (SEVERAL[operator] ?? operator) + space);
}

/** Choices are taken literally; what someone typed into a text box may be an expression of theirs. */
function pattern(values: string[], choices: boolean): string {
  const parts =
    choices || values.length > 1 ? values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : values;
  return parts.length > 1 ? `(${parts.join('|')})` : (parts[0] ?? '');
}

function escaped(value: string): string {
  return literal(value).slice(1, -1);
}
