/** How a part of the filter is coloured. */
export type PartKind = 'field' | 'operator' | 'text' | 'number' | 'word' | 'space';

export interface Part {
  readonly kind: PartKind;
  readonly text: string;
  readonly at: number;
}

const PART =
  /(?<space>\s+)|(?<text>"(?:[^"\\]|\\.)*"?|`[^`]*`?)|(?<operator>&&|\|\||=~|!~|!=|>=|<=|[=<>(){}!&|])|(?<number>-?\d[\w.]*)|(?<word>(?:error|ok|unset|true|false|nil|server|client|internal|producer|consumer)(?![\w.-]))|(?<field>[^\s"`=<>(){}!&|]+)/g;

/** Splits a filter for colouring. Every character is in exactly one part. */
export function partsOf(text: string): Part[] {
  return [...text.matchAll(PART)].map((match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as PartKind;
    return { kind, text: match[0], at: match.index };
  });
}

/** The part at a column, or one character past the end where something is missing. */
export function problemPart(parts: readonly Part[], at: number): Part | undefined {
  return parts.find((part) => part.kind !== 'space' && at >= part.at && at < part.at + part.text.length);
}
