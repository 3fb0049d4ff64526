/** One latency row of the grid: holds spans with `aboveNanos < duration <= upToNanos`. */
export interface LatencyRow {
  readonly aboveNanos: number;
  readonly upToNanos: number;
}

/** What a box on the heatmap selects: `[from, to)` in time, `(aboveNanos, upToNanos]` in latency. Times are RFC 3339. */
export interface LatencyBox extends LatencyRow {
  readonly from: string;
  readonly to: string;
}

/** The heatmap service's answer, as far as this package reads it. */
export interface HeatmapAnswer {
  readonly from: string;
  readonly to: string;
  readonly stepNanos: number;
  readonly columns: number;
  readonly rows: ReadonlyArray<LatencyRow & { readonly index: number }>;
  readonly cells: {
    readonly column: readonly number[];
    readonly row: readonly number[];
    readonly count: readonly number[];
    readonly errors: readonly number[];
  };
  readonly totals: { readonly count: number; readonly errors: number };
  readonly exact: boolean;
  /** What was counted: the stored spans, or all traffic before any of it was dropped. */
  readonly source: 'spans' | 'rollups';
}

/** A cell by its place in the grid. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** A rectangle of whole cells; both ends half-open, as arrays are. */
export interface CellRange {
  readonly column0: number;
  readonly column1: number;
  readonly row0: number;
  readonly row1: number;
}

/** How many spans, and how many of them failed. */
export interface Tally {
  readonly count: number;
  readonly errors: number;
}

/** A rectangle in CSS pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point in CSS pixels, from the component's top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How counts climb the colour scale: the square root lets rare cells show, the logarithm even more so. */
export type CountScale = 'root' | 'linear' | 'logarithmic';

/** What a cell's colour stands for. */
export type ColourBy = 'count' | 'errors';
