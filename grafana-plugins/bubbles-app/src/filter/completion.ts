/** What the text before the cursor asks for, and which part of it a suggestion replaces. */
export type Wanted =
  | { readonly kind: 'field'; readonly prefix: string; readonly at: number }
  | { readonly kind: 'operator'; readonly prefix: string; readonly at: number }
  | { readonly kind: 'value'; readonly field: string; readonly prefix: string; readonly at: number }
  | { readonly kind: 'joint'; readonly prefix: string; readonly at: number }
  | { readonly kind: 'nothing' };

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|`[^`]*`?|&&|\|\||=~|!~|!=|>=|<=|[=<>(){}!]|[&|]|[^\s"`=<>(){}!&|]+/g;
const OPERATORS = ['=', '!=', '=~', '!~', '>', '>=', '<', '<='];
const JOINTS = ['&&', '||', '(', '{', '!'];

/** What could stand at the cursor of a filter. */
export function wantedAt(text: string, cursor: number): Wanted {
  const before = text.slice(0, cursor);
  const tokens: Token[] = [...before.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index }));
  const last = tokens[tokens.length - 1];
  const touching = last !== undefined && last.at + last.text.length === cursor;
  const current = touching && isWord(last.text) ? last : undefined;
  const rest = current ? tokens.slice(0, -1) : tokens;
  const previous = rest[rest.length - 1]?.text;
  const { text: prefix, at } = current ?? { text: '', at: cursor };

  if (previous === undefined || JOINTS.includes(previous)) {
    return { kind: 'field', prefix, at };
  }
  if (OPERATORS.includes(previous)) {
    // A finished text in quotes needs no more help.
    const closed = /^(["`]).*\1$/.test(prefix) && prefix.length > 1;
    const field = rest[rest.length - 2]?.text ?? '';
    return closed ? { kind: 'nothing' } : { kind: 'value', field, prefix: prefix.replace(/^["`]/, ''), at };
  }
  if (previous === '}') {
    return { kind: 'nothing' };
  }
  const operand = OPERATORS.includes(rest[rest.length - 2]?.text ?? '') || previous === ')';
  return { kind: operand ? 'joint' : 'operator', prefix, at };
}

function isWord(token: string): boolean {
  return /^["`]|^[&|]$/.test(token) || !/^[=<>(){}!&|]/.test(token);
}

/** One thing that could stand at the cursor. */
export interface Suggestion {
  /** What is put in. */
  readonly text: string;
  readonly label: string;
  readonly note?: string;
}

const OPERATOR_NOTES: Readonly<Record<string, string>> = {
  '=': 'equal',
  '!=': 'not equal',
  '=~': 'matches the whole pattern',
  '!~': 'does not match',
  '>': 'greater',
  '>=': 'at least',
  '<': 'less',
  '<=': 'at most',
};

export function operatorSuggestions(type: string | undefined): Suggestion[] {
  const ordered = type === 'duration' || type === 'number';
  const fitting = ordered ? ['>', '>=', '<', '<=', '=', '!='] : ['=', '!=', '=~', '!~'];
  return fitting.map((text) => ({ text: `${text} `, label: text, note: OPERATOR_NOTES[text] }));
}

export const JOINT_SUGGESTIONS: readonly Suggestion[] = [
  { text: '&& ', label: '&&', note: 'and' },
  { text: '|| ', label: '||', note: 'or' },
  { text: '}', label: '}', note: 'end of the filter' },
];

/** A value as the language writes it: words and numbers bare, everything else in quotes. */
export function valueText(value: string, type: string | undefined): string {
  const bare = type === 'status' || type === 'kind' || type === 'duration' || type === 'number';
  return bare ? value.toLowerCase() : `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** The text and cursor after a suggestion has been taken. */
export function completed(
  text: string,
  cursor: number,
  wanted: Exclude<Wanted, { kind: 'nothing' }>,
  suggestion: Suggestion
): { text: string; cursor: number } {
  // In an empty input a field brings the braces along.
  const opened = wanted.kind === 'field' && text.slice(0, wanted.at).trim() === '';
  const head = opened ? '{ ' : text.slice(0, wanted.at);
  const tail = text.slice(cursor).replace(/^["`]/, wanted.kind === 'value' ? '' : '$&');
  const closing = opened && tail.trim() === '' ? '}' : tail;
  const before = head + suggestion.text;
  const after = suggestion.text.endsWith(' ') ? closing.replace(/^ /, '') : closing;
  const space = /\S$/.test(before) && after.startsWith('}') ? ' ' : '';
  return { text: before + space + after, cursor: before.length };
}
