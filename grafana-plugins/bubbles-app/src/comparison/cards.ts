import type { ComparedAttribute } from '@hotspan/client';
import type { CardOrder } from '../state/pageState';

/** The attributes as the page shows them: those that differ, and those folded away below the line of chance. */
export interface Cards {
  readonly beyondChance: readonly ComparedAttribute[];
  readonly chance: readonly ComparedAttribute[];
}

/** Splits, searches and sorts attributes. The service ranks by strength, so that order is kept. */
export function cardsOf(attributes: readonly ComparedAttribute[], search: string, order: CardOrder): Cards {
  const found = attributes.filter((attribute) => matches(attribute, search.trim().toLowerCase()));
  const sorted = order === 'name' ? [...found].sort((a, b) => a.key.localeCompare(b.key)) : found;
  return {
    beyondChance: sorted.filter(({ beyondChance }) => beyondChance),
    chance: sorted.filter(({ beyondChance }) => !beyondChance),
  };
}

function matches({ key, values }: ComparedAttribute, search: string): boolean {
  return key.toLowerCase().includes(search) || values.some(({ value }) => value?.toLowerCase().includes(search));
}

/** A text that is the same for the same attribute. */
export function attributeId({ scope, key }: Pick<ComparedAttribute, 'scope' | 'key'>): string {
  return `${scope}.${key}`;
}

/** `+95 pp`: a difference of two shares in percentage points. */
export function formatDifference(difference: number): string {
  const points = difference * 100;
  const digits = Math.abs(points) < 9.95 ? 1 : 0;
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return `${sign}${Math.abs(points).toFixed(digits)}\u00a0pp`;
}

/** The difference an attribute is ranked by: its value furthest from chance. */
export function strongestOf({ values }: ComparedAttribute): ComparedAttribute['values'][number] | undefined {
  return values.reduce<ComparedAttribute['values'][number] | undefined>(
    (best, value) => (best && sureness(best) >= sureness(value) ? best : value),
    undefined
  );
}

function sureness({ low, high }: { low: number; high: number }): number {
  return Math.max(low, -high);
}
