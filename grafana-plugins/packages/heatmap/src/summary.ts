import { sumRange, type Grid } from './grid';
import type { CellRange, Tally } from './types';

/** One row of the table that stands in for the picture: a latency range and its counts over time. */
export interface SummaryRow {
  readonly range: CellRange;
  readonly parts: readonly Tally[];
  readonly total: Tally;
}

export interface Summary {
  /** The stretches of time the columns stand for. */
  readonly columns: ReadonlyArray<readonly [number, number]>;
  /** Slowest first, empty ones left out. */
  readonly rows: readonly SummaryRow[];
}

const ROWS_PER_BAND = 4;

/** The grid in few numbers: one row for each doubling of latency, at most `parts` columns. They add up to the whole. */
export function summaryOf(grid: Grid, parts = 8): Summary {
  const width = Math.max(1, Math.ceil(grid.columns / parts));
  const columns: Array<[number, number]> = [];
  for (let start = 0; start < grid.columns; start += width) {
    columns.push([start, Math.min(grid.columns, start + width)]);
  }
  const rows: SummaryRow[] = [];
  for (let row0 = 0; row0 < grid.rows.length; row0 += ROWS_PER_BAND) {
    const range = { column0: 0, column1: grid.columns, row0, row1: Math.min(grid.rows.length, row0 + ROWS_PER_BAND) };
    const total = sumRange(grid, range);
    if (total.count > 0) {
      rows.unshift({
        range,
        total,
        parts: columns.map(([column0, column1]) => sumRange(grid, { ...range, column0, column1 })),
      });
    }
  }
  return { columns, rows };
}
