import type { Edges, Hit } from './hit';
import type { Cell, CellRange } from './types';

/** Size of the grid a gesture takes place on. */
export interface Extent {
  readonly columns: number;
  readonly rows: number;
}

/** Where a finished range goes: in the place of one box, of all of them, or beside them. */
export type Target = number | 'all' | 'beside';

/** What the user is in the middle of. */
export type Gesture =
  | { readonly kind: 'idle' }
  | { readonly kind: 'drawing'; readonly target: Target; readonly anchor: Cell; readonly range: CellRange }
  | { readonly kind: 'zooming'; readonly anchor: Cell; readonly range: CellRange }
  | {
      readonly kind: 'dragging';
      readonly target: number;
      readonly edges: Edges;
      readonly origin: Cell;
      readonly start: CellRange;
      readonly range: CellRange;
    }
  | { readonly kind: 'keyboard'; readonly target: Target; readonly range: CellRange };

export type SelectionEvent =
  | {
      readonly type: 'press';
      readonly hit: Hit;
      readonly cell: Cell;
      readonly add: boolean;
      readonly zoom: boolean;
      readonly ranges: readonly CellRange[];
    }
  | { readonly type: 'move'; readonly cell: Cell }
  | { readonly type: 'release' }
  | { readonly type: 'start'; readonly target: Target; readonly range?: CellRange }
  | { readonly type: 'nudge'; readonly dx: number; readonly dy: number; readonly resize: boolean }
  | { readonly type: 'cancel' };

/** What a finished gesture asks for. */
export type Outcome =
  | { readonly kind: 'select'; readonly target: Target; readonly range: CellRange }
  | { readonly kind: 'zoom'; readonly column0: number; readonly column1: number };

export interface Step {
  readonly gesture: Gesture;
  readonly outcome?: Outcome;
}

export const IDLE: Gesture = { kind: 'idle' };

/** One step of the selection: the next gesture and, when one is finished, its outcome. */
export function step(gesture: Gesture, event: SelectionEvent, extent: Extent): Step {
  switch (event.type) {
    case 'press':
      return { gesture: pressed(event) };
    case 'move':
      return { gesture: moved(gesture, event.cell, extent) };
    case 'release':
      return released(gesture);
    case 'start':
      return { gesture: { kind: 'keyboard', target: event.target, range: event.range ?? firstRange(extent) } };
    case 'nudge':
      return gesture.kind === 'keyboard'
        ? { gesture: { ...gesture, range: nudged(gesture.range, event, extent) } }
        : { gesture };
    case 'cancel':
      return { gesture: IDLE };
  }
}

function pressed({ hit, cell, add, zoom, ranges }: Extract<SelectionEvent, { type: 'press' }>): Gesture {
  if (hit.kind === 'outside') {
    return IDLE;
  }
  if (zoom) {
    return { kind: 'zooming', anchor: cell, range: spanning(cell, cell) };
  }
  if (hit.kind === 'plot' || add) {
    return { kind: 'drawing', target: add ? 'beside' : 'all', anchor: cell, range: spanning(cell, cell) };
  }
  const edges: Edges = hit.kind === 'handle' ? hit.edges : { x: 0, y: 0 };
  const start = ranges[hit.box];
  return { kind: 'dragging', target: hit.box, edges, origin: cell, start, range: start };
}

function moved(gesture: Gesture, cell: Cell, extent: Extent): Gesture {
  switch (gesture.kind) {
    case 'drawing':
    case 'zooming':
      return { ...gesture, range: spanning(gesture.anchor, cell) };
    case 'dragging': {
      const by = { dx: cell.column - gesture.origin.column, dy: cell.row - gesture.origin.row };
      const body = gesture.edges.x === 0 && gesture.edges.y === 0;
      const range = body ? shifted(gesture.start, by, extent) : stretched(gesture.start, gesture.edges, by, extent);
      return { ...gesture, range };
    }
    case 'idle':
    case 'keyboard':
      return gesture;
  }
}

function released(gesture: Gesture): Step {
  switch (gesture.kind) {
    case 'drawing':
    case 'dragging':
    case 'keyboard':
      return { gesture: IDLE, outcome: { kind: 'select', target: gesture.target, range: gesture.range } };
    case 'zooming':
      return {
        gesture: IDLE,
        outcome: { kind: 'zoom', column0: gesture.range.column0, column1: gesture.range.column1 },
      };
    case 'idle':
      return { gesture };
  }
}

/** A tenth of the width, a sixth of the height, in the middle: where a box begun by keyboard stands. */
function firstRange({ columns, rows }: Extent): CellRange {
  const width = Math.max(1, Math.round(columns / 10));
  const height = Math.max(1, Math.round(rows / 6));
  const column0 = Math.floor((columns - width) / 2);
  const row0 = Math.floor((rows - height) / 2);
  return { column0, column1: column0 + width, row0, row1: row0 + height };
}

/** Both cells and all between them. */
export function spanning(a: Cell, b: Cell): CellRange {
  return {
    column0: Math.min(a.column, b.column),
    column1: Math.max(a.column, b.column) + 1,
    row0: Math.min(a.row, b.row),
    row1: Math.max(a.row, b.row) + 1,
  };
}

interface Offset {
  readonly dx: number;
  readonly dy: number;
}

function nudged(range: CellRange, { dx, dy, resize }: Offset & { resize: boolean }, extent: Extent): CellRange {
  return resize ? stretched(range, { x: 1, y: 1 }, { dx, dy }, extent) : shifted(range, { dx, dy }, extent);
}

function shifted(range: CellRange, { dx, dy }: Offset, { columns, rows }: Extent): CellRange {
  const x = clamp(dx, -range.column0, columns - range.column1);
  const y = clamp(dy, -range.row0, rows - range.row1);
  return { column0: range.column0 + x, column1: range.column1 + x, row0: range.row0 + y, row1: range.row1 + y };
}

/** Moves the named edges. An edge dragged past its opposite stops one cell short of it. */
function stretched(range: CellRange, edges: Edges, { dx, dy }: Offset, { columns, rows }: Extent): CellRange {
  const { column0, column1, row0, row1 } = range;
  return {
    column0: edges.x === -1 ? clamp(column0 + dx, 0, column1 - 1) : column0,
    column1: edges.x === 1 ? clamp(column1 + dx, column0 + 1, columns) : column1,
    row0: edges.y === -1 ? clamp(row0 + dy, 0, row1 - 1) : row0,
    row1: edges.y === 1 ? clamp(row1 + dy, row0 + 1, rows) : row1,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The list of boxes after an outcome. */
export function placed<Box>(boxes: readonly Box[], target: Target, box: Box): Box[] {
  if (target === 'all') {
    return [box];
  }
  return target === 'beside' ? [...boxes, box] : boxes.map((old, i) => (i === target ? box : old));
}
