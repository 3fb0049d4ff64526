import type { Heatmap } from '@hotspan/client';
import { boxOf, gridOf, type LatencyBox } from '@hotspan/heatmap';

/** This share of all spans counts as the slow ones. */
const SLOW_SHARE = 0.02;

/** A box around the slowest spans of the whole range: the rows from the top down that hold up to two in a hundred. */
export function slowestBox(heatmap: Heatmap): LatencyBox | undefined {
  const grid = gridOf(heatmap);
  const inRow = grid.rows.map((_, row) =>
    Array.from({ length: grid.columns }, (__, column) => grid.count[column * grid.rows.length + row]).reduce(
      (a, b) => a + b,
      0
    )
  );
  const total = inRow.reduce((a, b) => a + b, 0);
  const highest = inRow.findLastIndex((count) => count > 0);
  let row0 = highest;
  for (let sum = inRow[highest] ?? 0; row0 > 0 && sum + inRow[row0 - 1] <= SLOW_SHARE * total; row0--) {
    sum += inRow[row0 - 1];
  }
  return total === 0 ? undefined : boxOf(grid, { column0: 0, column1: grid.columns, row0, row1: highest + 1 });
}
