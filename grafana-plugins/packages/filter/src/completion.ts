import { tokensOf, type Token } from './tokens';

/** What can be written at a place in a filter, and which part of it a choice replaces (`to` is exclusive). */
export type Completion =
  | { kind: 'field'; from: number; to: number; prefix: string }
  | { kind: 'operator'; from: number; to: number; prefix: string; field: string }
  | { kind: 'value'; from: number; to: number; prefix: string; field: string }
  | { kind: 'logic'; from: number; to: number; prefix: string }
  | { kind: 'nothing'; from: number; to: number; prefix: string };

/** Reads a filter up to the cursor as the grammar would: field, operator, value, and so on around `&&` and `||`. */
export function completionAt(filter: string, cursor: number): Completion {
  const tokens = tokensOf(filter);
  const edited = tokens.find(
    (token, i) =>
      isTyped(token, tokens[i - 1]) && token.start < cursor && cursor <= token.end && !finished(token, cursor)
  );
  const from = edited?.start ?? cursor;
  const to = edited?.end ?? cursor;
  const prefix = filter.slice(from, cursor);
  const before = tokens.filter((token) => token.end <= from);
  const last = before.at(-1);
  const previous = before.at(-2);

  if (last?.kind === 'close' && last.text === '}') {
    return { kind: 'nothing', from, to, prefix };
  }
  if (last?.kind === 'operator' && previous) {
    return { kind: 'value', from, to, prefix: prefix.replace(/^["`]/, ''), field: previous.text };
  }
  if (last && isOperand(last) && previous?.kind !== 'operator') {
    return { kind: 'operator', from, to, prefix, field: last.text };
  }
  if (last && (last.kind === 'close' || isOperand(last))) {
    return { kind: 'logic', from, to, prefix };
  }
  return { kind: 'field', from, to, prefix };
}

function isTyped(token: Token, before: Token | undefined): boolean {
  // Behind a field, `!` is the beginning of `!=`.
  const begun = token.kind === 'not' && before !== undefined && isOperand(before);
  return isOperand(token) || token.kind === 'unknown' || begun;
}

function isOperand({ kind }: Token): boolean {
  return kind === 'attribute' || kind === 'word' || kind === 'text' || kind === 'number';
}

/** A closed string with the cursor behind it is done, not being typed. */
function finished({ kind, text, end }: Token, cursor: number): boolean {
  return kind === 'text' && cursor === end && /^(".*"|`.*`)$/.test(text) && text.length > 1;
}
