import { dateTimeFormat, type TimeZone } from '@grafana/data';
import { formatCount, formatLatencyRange, formatShare } from './format';
import { columnStart, sumRange, type Grid } from './grid';
import { millisOf } from './instants';
import type { CellRange, Tally } from './types';

/** A range of cells in words and numbers. */
export interface Description {
  readonly time: string;
  readonly latency: string;
  readonly tally: Tally;
}

/** Says where a range of cells lies and what is in it. */
export function describeRange(grid: Grid, range: CellRange, timeZone: TimeZone): Description {
  return {
    time: `${timeText(grid, range.column0, timeZone)} – ${timeText(grid, range.column1, timeZone)}`,
    latency: formatLatencyRange(grid.rows[range.row0].aboveNanos, grid.rows[range.row1 - 1].upToNanos),
    tally: sumRange(grid, range),
  };
}

/** `1,412 spans, 2.1 % errors` */
export function tallyText({ count, errors }: Tally): string {
  const spans = `${formatCount(count)} ${Math.round(count) === 1 ? 'span' : 'spans'}`;
  return errors > 0 ? `${spans}, ${formatShare(errors / count)} errors` : spans;
}

/** One line, for a screen reader and for the tag of a box being drawn. */
export function sentenceOf({ time, latency, tally }: Description): string {
  return `${time}, ${latency}: ${tallyText(tally)}`;
}

function timeText(grid: Grid, column: number, timeZone: TimeZone): string {
  const fine = grid.stepNanos < 1_000_000_000n;
  const long = grid.stepNanos * BigInt(grid.columns) > 86_400_000_000_000n;
  const format = `${long ? 'MM-DD ' : ''}${fine ? 'HH:mm:ss.SSS' : 'HH:mm:ss'}`;
  return dateTimeFormat(millisOf(columnStart(grid, column)), { timeZone, format });
}
