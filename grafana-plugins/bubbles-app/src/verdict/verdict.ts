import type { ComparedAttribute, ComparedValue, Comparison } from '@hotspan/client';
import { attributeId } from '../comparison/cards';

/** A value that is over-represented among the selected spans. */
export interface Lead {
  readonly attribute: ComparedAttribute;
  readonly value: ComparedValue;
  /** Keys of other attributes that single out the very same spans. */
  readonly alike: readonly string[];
}

/** What the comparison says, in one of four ways. */
export type Verdict =
  | { readonly kind: 'cause'; readonly leads: readonly Lead[] }
  | { readonly kind: 'weak'; readonly leads: readonly Lead[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-few'; readonly side: 'selection' | 'baseline'; readonly stored: number };

/** Below this many stored spans a share says little, however large the difference. */
const ENOUGH_SPANS = 10;
/** A value ahead by less than this is a hint, not a cause. */
const CLEAR = 0.4;
const HINT = 0.1;
/** Leads are those nearly as strong as the first. */
const NEARLY = 0.6;
const MOST_LEADS = 3;

/**
 * Puts an answer into one sentence's worth of facts. Each lead is a single attribute, as the service compared them: that
 * two of them hold together is for a conjunction to say, which this answer does not contain.
 */
export function verdictOf({ selection, baseline, attributes }: Comparison): Verdict {
  if (selection.stored < ENOUGH_SPANS) {
    return { kind: 'too-few', side: 'selection', stored: selection.stored };
  }
  if (baseline.stored < ENOUGH_SPANS) {
    return { kind: 'too-few', side: 'baseline', stored: baseline.stored };
  }
  const leads = withoutEchoes(attributes.flatMap(leadOf).sort((a, b) => b.value.low - a.value.low));
  const best = leads[0]?.value.low ?? 0;
  if (best < HINT) {
    return { kind: 'none' };
  }
  const leading = leads.filter(({ value }) => value.low >= NEARLY * best).slice(0, MOST_LEADS);
  return { kind: best >= CLEAR ? 'cause' : 'weak', leads: leading };
}

function leadOf(attribute: ComparedAttribute): Lead[] {
  const value = attribute.values.reduce<ComparedValue | undefined>(
    (best, next) => (best && best.low >= next.low ? best : next),
    undefined
  );
  return value && value.low > 0 ? [{ attribute, value, alike: attribute.sameAs.map(({ key }) => key) }] : [];
}

/** Attributes that single out the very same spans say the same thing, as `url.path` and `http.route` often do: one speaks. */
function withoutEchoes(leads: readonly Lead[]): Lead[] {
  const spoken = new Set<string>();
  return leads.filter(({ attribute }) => {
    const echo = spoken.has(attributeId(attribute));
    [attribute, ...attribute.sameAs].forEach((same) => spoken.add(attributeId(same)));
    return !echo;
  });
}
