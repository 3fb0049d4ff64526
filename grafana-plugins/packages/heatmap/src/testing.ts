import { bucketRow } from './buckets';
import type { HeatmapAnswer } from './types';

/** The bucket from 2^29 ns, which is 537 ms, to 638 ms. */
export const FIRST_BUCKET = 116;

/** A small answer for tests: `columns` steps of 10 s from 14:00, `rows` buckets, the given cells. */
export function answerOf(
  cells: ReadonlyArray<{ column: number; row: number; count: number; errors?: number }>,
  { columns = 60, rows = 24, from = '2026-11-21T14:00:00Z', firstBucket = FIRST_BUCKET } = {}
): HeatmapAnswer {
  const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  return {
    from,
    to: new Date(Date.parse(from) + columns * 10_000).toISOString(),
    stepNanos: 10_000_000_000,
    columns,
    rows: Array.from({ length: rows }, (_, i) => ({ index: firstBucket + i, ...bucketRow(firstBucket + i) })),
    cells: {
      column: cells.map((cell) => cell.column),
      row: cells.map((cell) => cell.row),
      count: cells.map((cell) => cell.count),
      errors: cells.map((cell) => cell.errors ?? 0),
    },
    totals: { count: sum((cell) => cell.count), errors: sum((cell) => cell.errors ?? 0) },
    exact: true,
    source: 'spans',
  };
}
