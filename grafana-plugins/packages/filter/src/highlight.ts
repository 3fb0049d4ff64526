import { type Token, tokensOf } from './tokens';

/** How a part of the filter is coloured. */
export type PartKind = 'field' | 'operator' | 'text' | 'number' | 'word' | 'space';

export interface Part {
  readonly kind: PartKind;
  readonly text: string;
  readonly at: number;
}

const WORDS = /^(error|ok|unset|true|false|nil|server|client|internal|producer|consumer|unspecified)$/;

/** Splits a filter for colouring. Every character is in exactly one part. */
export function partsOf(filter: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const token of tokensOf(filter)) {
    if (token.start > at) {
      parts.push({ kind: 'space', text: filter.slice(at, token.start), at });
    }
    parts.push({ kind: kindOf(token), text: token.text, at: token.start });
    at = token.end;
  }
  return at < filter.length ? [...parts, { kind: 'space', text: filter.slice(at), at }] : parts;
}

/** The part at a column, or undefined past the end where something is missing. */
export function partAt(parts: readonly Part[], at: number): Part | undefined {
  return parts.find((part) => part.kind !== 'space' && at >= part.at && at < part.at + part.text.length);
}

function kindOf({ kind, text }: Token): PartKind {
  switch (kind) {
    case 'text':
    case 'number':
      return kind;
    case 'attribute':
      return 'field';
    case 'word':
      return WORDS.test(text) ? 'word' : 'field';
    default:
      return 'operator';
  }
}
