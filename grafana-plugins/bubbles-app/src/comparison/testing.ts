import type { ComparedAttribute, ComparedValue, Comparison } from '@hotspan/client';

/** A value with these shares of 1,000 spans on each side. */
export function valueOf(value: string | null, selectedShare: number, baselineShare: number): ComparedValue {
  const difference = selectedShare - baselineShare;
  return {
    value,
    selected: selectedShare * 1000,
    selectedStored: Math.round(selectedShare * 1000),
    selectedShare,
    baseline: baselineShare * 1000,
    baselineStored: Math.round(baselineShare * 1000),
    baselineShare,
    difference,
    low: difference - 0.02,
    high: difference + 0.02,
  };
}

export function attributeOf(
  scope: ComparedAttribute['scope'],
  key: string,
  values: readonly ComparedValue[]
): ComparedAttribute {
  return {
    scope,
    key,
    score: Math.max(...values.map(({ low, high }) => Math.max(low, -high))),
    beyondChance: values.some(({ low, high }) => low > 0 || high < 0),
    distinct: values.length,
    sameAs: [],
    values: [...values],
    otherValues: { distinct: 0, selectedShare: 0, baselineShare: 0 },
  };
}

export function comparisonOf(attributes: readonly ComparedAttribute[], selected = 1000): Comparison {
  return {
    selection: { spans: selected, stored: selected, errors: 0 },
    baseline: { spans: 20_000, stored: 20_000, errors: 0 },
    attributes: [...attributes].sort((a, b) => b.score - a.score),
    operations: [],
    outcomes: [],
    highCardinality: [],
    beyondChance: attributes.filter(({ beyondChance }) => beyondChance).length,
    confidence: 0.95,
    exact: true,
    notices: [],
  };
}
