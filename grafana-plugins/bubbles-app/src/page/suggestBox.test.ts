import type { Heatmap } from '@hotspan/client';
import { expect, test } from 'vitest';
import { slowestBox } from './suggestBox';

function heatmapOf(counts: readonly number[]): Heatmap {
  const count = counts.reduce((a, b) => a + b, 0);
  return {
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:00:20Z',
    stepNanos: 10_000_000_000,
    columns: 2,
    rows: counts.map((_, i) => ({ index: 100 + i, aboveNanos: 1000 * (i + 1), upToNanos: 1000 * (i + 2) })),
    cells: {
      column: counts.map(() => 1),
      row: counts.map((_, i) => i),
      count: [...counts],
      errors: counts.map(() => 0),
      stored: [...counts],
    },
    totals: { count, errors: 0, stored: count, countStandardError: 0 },
    exact: true,
    source: 'spans',
    notices: [],
  };
}

test('the rows at the top with two in a hundred spans are boxed', () => {
  expect(slowestBox(heatmapOf([5000, 4830, 60, 10, 90, 10]))).toMatchObject({
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:00:20Z',
    aboveNanos: 3000,
    upToNanos: 7000,
  });
});

test('a single row is boxed as a whole', () => {
  expect(slowestBox(heatmapOf([500]))).toMatchObject({ aboveNanos: 1000, upToNanos: 2000 });
});

test('an empty heatmap has nothing to box', () => {
  expect(slowestBox(heatmapOf([]))).toBeUndefined();
});
