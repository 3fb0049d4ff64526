import { columnPosition, positionOf, rowPosition } from './boxes';
import type { Grid } from './grid';
import { nanosOfMillis } from './instants';
import type { Cell, CellRange, LatencyBox, Point, Rect } from './types';

/** Room for the axes around the cells, in CSS pixels. */
const MARGIN = { left: 60, right: 12, top: 8, bottom: 24 };

/** From cells to pixels and back. */
export interface Scales {
  readonly area: Rect;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly grid: Grid;
}

/** Scales for a component of this size. */
export function scalesOf(grid: Grid, width: number, height: number): Scales {
  const area = {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  };
  return { area, columnWidth: area.width / grid.columns, rowHeight: area.height / grid.rows.length, grid };
}

/** Left edge of a column. */
export function xOfColumn(scales: Scales, column: number): number {
  return scales.area.left + column * scales.columnWidth;
}

/** Lower edge of a row: rows count upwards, pixels downwards. */
export function yOfRow(scales: Scales, row: number): number {
  return scales.area.top + scales.area.height - row * scales.rowHeight;
}

export function xOfMillis(scales: Scales, millis: number): number {
  return xOfColumn(scales, columnPosition(scales.grid, nanosOfMillis(millis)));
}

export function yOfLatency(scales: Scales, nanos: number): number {
  return yOfRow(scales, rowPosition(scales.grid.rows, nanos));
}

/** Rectangle of a range of cells, fractions allowed, cut off at the plot's edges. */
export function rectOf(scales: Scales, range: CellRange): Rect {
  const { columns, rows } = scales.grid;
  const left = xOfColumn(scales, clamp(range.column0, 0, columns));
  const right = xOfColumn(scales, clamp(range.column1, 0, columns));
  const top = yOfRow(scales, clamp(range.row1, 0, rows.length));
  const bottom = yOfRow(scales, clamp(range.row0, 0, rows.length));
  return { left, top, width: right - left, height: bottom - top };
}

/** Rectangle of a box; undefined when no part of it is in sight. */
export function rectOfBox(scales: Scales, box: LatencyBox): Rect | undefined {
  const rect = rectOf(scales, positionOf(scales.grid, box));
  return rect.width > 0.5 && rect.height > 0.5 ? rect : undefined;
}

/** Whether a point lies on the cells rather than on an axis. */
export function inPlot({ area }: Scales, { x, y }: Point): boolean {
  return x >= area.left && x < area.left + area.width && y >= area.top && y < area.top + area.height;
}

/** The cell under a point, or the nearest one to a point outside. */
export function nearestCell(scales: Scales, { x, y }: Point): Cell {
  const { area, grid } = scales;
  return {
    column: clamp(Math.floor((x - area.left) / scales.columnWidth), 0, grid.columns - 1),
    row: clamp(Math.floor((area.top + area.height - y) / scales.rowHeight), 0, grid.rows.length - 1),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
