import { bucketRow, paddedRange } from './buckets';
import { parseInstant } from './instants';
import type { CellRange, HeatmapAnswer, LatencyRow, Tally } from './types';

/** A heatmap answer laid out for drawing and summing. Cells are stored column by column. */
export interface Grid {
  readonly startNanos: bigint;
  readonly stepNanos: bigint;
  readonly columns: number;
  readonly rows: readonly LatencyRow[];
  readonly count: Float64Array;
  readonly errors: Float64Array;
  readonly largestCount: number;
  readonly totals: Tally;
  readonly exact: boolean;
  readonly source: HeatmapAnswer['source'];
}

/** Few rows would make bars of the cells, and a box could not be told from its neighbours. */
const MINIMUM_ROWS = 24;

/** 1 ms to 1 s: where the axis stands while there is nothing to show. */
const EMPTY_RANGE = { first: 79, last: 119 };

/** Lays out an answer. Rows are padded at both ends with empty ones on the same bucket edges. */
export function gridOf(answer: HeatmapAnswer, minimumRows = MINIMUM_ROWS): Grid {
  const occupied = occupiedRange(answer);
  const range = paddedRange(occupied.first, occupied.last, minimumRows);
  const rows = Array.from({ length: range.last - range.first + 1 }, (_, i) => {
    const given = answer.rows[range.first + i - occupied.first];
    return given ? { aboveNanos: given.aboveNanos, upToNanos: given.upToNanos } : bucketRow(range.first + i);
  });
  const count = new Float64Array(answer.columns * rows.length);
  const errors = new Float64Array(answer.columns * rows.length);
  const { cells } = answer;
  const shift = occupied.first - range.first;
  let largestCount = 0;
  for (let i = 0; i < cells.column.length; i++) {
    const at = cells.column[i] * rows.length + cells.row[i] + shift;
    count[at] += cells.count[i];
    errors[at] += cells.errors[i];
    largestCount = Math.max(largestCount, count[at]);
  }
  return {
    startNanos: parseInstant(answer.from),
    stepNanos: BigInt(answer.stepNanos),
    columns: answer.columns,
    rows,
    count,
    errors,
    largestCount,
    totals: { count: answer.totals.count, errors: answer.totals.errors },
    exact: answer.exact,
    source: answer.source,
  };
}

function occupiedRange(answer: HeatmapAnswer): { first: number; last: number } {
  const first = answer.rows[0];
  return first ? { first: first.index, last: first.index + answer.rows.length - 1 } : EMPTY_RANGE;
}

/** Where a cell lies in the grid's arrays. */
export function cellAt(grid: Grid, column: number, row: number): number {
  return column * grid.rows.length + row;
}

/** Start of a column, or the grid's end for `columns`. */
export function columnStart(grid: Grid, column: number): bigint {
  return grid.startNanos + BigInt(column) * grid.stepNanos;
}

/** Spans and errors in a rectangle of cells; what reaches past the grid counts as empty. */
export function sumRange(grid: Grid, range: CellRange): Tally {
  let count = 0;
  let errors = 0;
  for (let column = Math.max(0, range.column0); column < Math.min(grid.columns, range.column1); column++) {
    for (let row = Math.max(0, range.row0); row < Math.min(grid.rows.length, range.row1); row++) {
      count += grid.count[cellAt(grid, column, row)];
      errors += grid.errors[cellAt(grid, column, row)];
    }
  }
  return { count, errors };
}

/**
 * Lays out an answer on the cells of another grid, so that one can be drawn over the other. Undefined where their steps do
 * not meet; cells that the grid does not have are left out.
 */
export function gridLike(grid: Grid, answer: HeatmapAnswer): Grid | undefined {
  const offset = parseInstant(answer.from) - grid.startNanos;
  if (BigInt(answer.stepNanos) !== grid.stepNanos || offset % grid.stepNanos !== 0n) {
    return undefined;
  }
  const shift = Number(offset / grid.stepNanos);
  const rowOf = new Map(grid.rows.map(({ upToNanos }, row) => [upToNanos, row]));
  const count = new Float64Array(grid.count.length);
  const errors = new Float64Array(grid.count.length);
  const { cells } = answer;
  for (let i = 0; i < cells.column.length; i++) {
    const column = cells.column[i] + shift;
    const row = rowOf.get(answer.rows[cells.row[i]].upToNanos);
    if (row !== undefined && column >= 0 && column < grid.columns) {
      count[cellAt(grid, column, row)] += cells.count[i];
      errors[cellAt(grid, column, row)] += cells.errors[i];
    }
  }
  return { ...grid, count, errors };
}
