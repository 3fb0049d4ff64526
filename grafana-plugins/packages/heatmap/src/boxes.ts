import { columnStart, sumRange, type Grid } from './grid';
import { formatInstant, parseInstant } from './instants';
import type { CellRange, LatencyBox, LatencyRow, Tally } from './types';

/** The exact box of a rectangle of cells. */
export function boxOf(grid: Grid, range: CellRange): LatencyBox {
  return {
    from: formatInstant(columnStart(grid, range.column0)),
    to: formatInstant(columnStart(grid, range.column1)),
    aboveNanos: grid.rows[range.row0].aboveNanos,
    upToNanos: grid.rows[range.row1 - 1].upToNanos,
  };
}

/**
 * The cells nearest to a box, at least one and within the grid. A box drawn on an earlier grid need not end on this
 * one's edges; it does once it is moved or resized.
 */
export function cellRangeOf(grid: Grid, box: LatencyBox): CellRange {
  const position = positionOf(grid, box);
  const columns = snapped(position.column0, position.column1, grid.columns);
  const rows = snapped(position.row0, position.row1, grid.rows.length);
  return { column0: columns[0], column1: columns[1], row0: rows[0], row1: rows[1] };
}

function snapped(low: number, high: number, size: number): [number, number] {
  const first = Math.min(size - 1, Math.max(0, Math.round(low)));
  return [first, Math.min(size, Math.max(first + 1, Math.round(high)))];
}

/** Where a box lies on the grid, in fractions of cells. May reach past the grid. */
export function positionOf(grid: Grid, box: LatencyBox): CellRange {
  return {
    column0: columnPosition(grid, parseInstant(box.from)),
    column1: columnPosition(grid, parseInstant(box.to)),
    row0: rowPosition(grid.rows, box.aboveNanos),
    row1: rowPosition(grid.rows, box.upToNanos),
  };
}

/** Column position of an instant, with its fraction. */
export function columnPosition(grid: Grid, nanos: bigint): number {
  return Number(nanos - grid.startNanos) / Number(grid.stepNanos);
}

/** Row position of a latency: whole at the edges of rows, logarithmic between them and beyond. */
export function rowPosition(rows: readonly LatencyRow[], nanos: number): number {
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (nanos <= first.aboveNanos) {
    return Math.min(0, (logarithm(nanos) - logarithm(first.aboveNanos)) * 4);
  }
  if (nanos >= last.upToNanos) {
    return rows.length + (logarithm(nanos) - logarithm(last.upToNanos)) * 4;
  }
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].upToNanos < nanos) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const row = rows[low];
  const bottom = logarithm(row.aboveNanos);
  return low + (logarithm(nanos) - bottom) / (logarithm(row.upToNanos) - bottom);
}

function logarithm(nanos: number): number {
  return Math.log2(Math.max(0.5, nanos));
}

/** Spans and errors of the cells a box covers. */
export function sumBox(grid: Grid, box: LatencyBox): Tally {
  return sumRange(grid, cellRangeOf(grid, box));
}

/** A text that is the same for equal boxes. */
export function boxKey(box: LatencyBox): string {
  return `${box.from}~${box.to}~${box.aboveNanos}~${box.upToNanos}`;
}
