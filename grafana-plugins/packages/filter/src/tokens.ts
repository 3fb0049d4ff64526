export type TokenKind =
  'open' | 'close' | 'operator' | 'logic' | 'not' | 'attribute' | 'word' | 'text' | 'number' | 'unknown';

/** A piece of a filter; `end` is exclusive, white space belongs to none. */
export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
  end: number;
}

// The lexer of the services' grammar, except that a string may still be open: it is being typed.
const PATTERNS: Array<[TokenKind, RegExp]> = [
  ['open', /[{(]/y],
  ['close', /[})]/y],
  ['logic', /&&|\|\|/y],
  ['operator', /!=|>=|<=|=~|!~|=|>|</y],
  ['not', /!/y],
  ['text', /"(?:\\.|[^"\\\n])*(?:"|\\?$)|`[^`]*(?:`|$)/y],
  ['attribute', /[a-zA-Z]*\.(?:[^\s{}()=~!<>&|^,"`]|"(?:\\.|[^"\\\n])*(?:"|\\?$))*/y],
  ['number', /-?\d[\d.]*(?:ns|us|µs|μs|ms|s|m|h|d)?(?:\d[\d.]*(?:ns|us|µs|μs|ms|s|m|h|d))*/y],
  ['word', /[a-zA-Z]+(?::[a-zA-Z]*)?/y],
  ['unknown', /[^\s]/y],
];

export function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < filter.length) {
    const token = tokenAt(filter, at);
    if (token) {
      tokens.push(token);
    }
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function tokenAt(filter: string, start: number): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const text = pattern.exec(filter)?.[0];
    if (text) {
      return { kind, text, start, end: start + text.length };
    }
  }
  return undefined;
}
