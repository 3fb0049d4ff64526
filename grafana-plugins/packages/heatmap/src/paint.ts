import { shareOn } from './colour';
import { cellAt, type Grid } from './grid';
import type { Palette } from './palette';
import { xOfColumn, yOfRow, type Scales } from './scales';
import type { CellRange, ColourBy, CountScale } from './types';

/** What the cells are painted from, beside their own counts. */
export interface CellPaint {
  readonly palette: Palette;
  readonly colourBy: ColourBy;
  readonly countScale: CountScale;
  /** Whether cells with failed spans carry a mark, beside their colour. */
  readonly markErrors: boolean;
  /** Cells in these ranges keep their colour and the others turn grey. None: all keep it. */
  readonly selected: readonly CellRange[];
  /** Cells of this grid keep their colour, coloured by its counts, and the others turn grey. */
  readonly lit?: Grid;
}

/** From this share of failed spans a cell is outlined; below it carries a bar as high as the share. */
const MOSTLY_ERRORS = 0.5;
const SMALLEST_BAR = 2;

/** Paints all cells; the context's unit is the CSS pixel. */
export function paintCells(ctx: CanvasRenderingContext2D, scales: Scales, paint: CellPaint): void {
  const { grid } = scales;
  const gap = scales.columnWidth >= 5 && scales.rowHeight >= 5 ? 1 : 0;
  for (let column = 0; column < grid.columns; column++) {
    // Edges on whole pixels: cells neither overlap nor leave hairlines between them.
    const left = Math.round(xOfColumn(scales, column));
    const width = Math.max(1, Math.round(xOfColumn(scales, column + 1)) - left - gap);
    for (let row = 0; row < grid.rows.length; row++) {
      const at = cellAt(grid, column, row);
      if (grid.count[at] > 0) {
        const top = Math.round(yOfRow(scales, row + 1));
        const height = Math.max(1, Math.round(yOfRow(scales, row)) - top - gap);
        const emphasised = isEmphasised(paint, column, row, at);
        ctx.fillStyle = colourOf(grid, paint, at, emphasised);
        ctx.fillRect(left, top, width, height);
        if (paint.markErrors && paint.colourBy === 'count' && grid.errors[at] > 0) {
          const mark = emphasised ? paint.palette.error : paint.palette.mutedError;
          paintErrors(ctx, mark, { left, top, width, height }, grid.errors[at] / grid.count[at]);
        }
      }
    }
  }
}

function isEmphasised({ lit, selected }: CellPaint, column: number, row: number, at: number): boolean {
  if (lit) {
    return lit.count[at] > 0;
  }
  return selected.length === 0 || selected.some((range) => inRange(range, column, row));
}

function inRange(range: CellRange, column: number, row: number): boolean {
  return column >= range.column0 && column < range.column1 && row >= range.row0 && row < range.row1;
}

function colourOf(
  grid: Grid,
  { palette, colourBy, countScale, lit }: CellPaint,
  at: number,
  emphasised: boolean
): string {
  // Where nothing failed there is no red, however pale.
  if (!emphasised || (colourBy === 'errors' && grid.errors[at] === 0)) {
    return palette.muted(shareOn(countScale, grid.count[at], grid.largestCount));
  }
  if (colourBy === 'errors') {
    return palette.errorShare(grid.errors[at] / grid.count[at]);
  }
  return palette.count(shareOn(countScale, (lit ?? grid).count[at], grid.largestCount));
}

/** A shape of its own beside the colour: a bar that fills the cell like a gauge, or a frame where most spans failed. */
function paintErrors(
  ctx: CanvasRenderingContext2D,
  colour: string,
  cell: { left: number; top: number; width: number; height: number },
  share: number
): void {
  ctx.fillStyle = colour;
  if (share >= MOSTLY_ERRORS && cell.width >= 3 && cell.height >= 4) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1;
    ctx.strokeRect(cell.left + 0.5, cell.top + 0.5, cell.width - 1, cell.height - 1);
    ctx.fillRect(cell.left, cell.top + cell.height - SMALLEST_BAR, cell.width, SMALLEST_BAR);
    return;
  }
  const height = Math.min(cell.height, Math.max(SMALLEST_BAR, Math.round(cell.height * share)));
  ctx.fillRect(cell.left, cell.top + cell.height - height, cell.width, height);
}
