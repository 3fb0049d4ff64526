import type { Scales } from './scales';
import type { Point, Rect } from './types';

/** Which edges of a box a handle moves: −1 left or bottom, 1 right or top, 0 neither. */
export interface Edges {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** What lies under the pointer. Boxes are named by their place in the list. */
export type Hit =
  | { readonly kind: 'handle'; readonly box: number; readonly edges: Edges }
  | { readonly kind: 'body'; readonly box: number }
  | { readonly kind: 'plot' }
  | { readonly kind: 'outside' };

const REACH = 6;
/** Who begins a box a little beside the plot means its edge. */
const MARGIN = 12;

/** What a press at this point would take hold of; the box drawn last lies on top. */
export function hitTest(scales: Scales, boxes: ReadonlyArray<Rect | undefined>, point: Point): Hit {
  for (let box = boxes.length - 1; box >= 0; box--) {
    const rect = boxes[box];
    if (rect && contains(rect, point, REACH)) {
      const edges = edgesAt(rect, point);
      if (edges.x !== 0 || edges.y !== 0) {
        return { kind: 'handle', box, edges };
      }
      return { kind: 'body', box };
    }
  }
  return { kind: contains(scales.area, point, MARGIN) ? 'plot' : 'outside' };
}

function edgesAt(rect: Rect, { x, y }: Point): Edges {
  return {
    x: nearestEnd(x, rect.left, rect.left + rect.width),
    y: nearestEnd(-y, -(rect.top + rect.height), -rect.top),
  };
}

/** A third of the side at most, so that a small box can still be taken by its middle. */
function nearestEnd(at: number, low: number, high: number): -1 | 0 | 1 {
  const reach = Math.min(REACH, (high - low) / 3);
  if (at <= low + reach) {
    return -1;
  }
  return at >= high - reach ? 1 : 0;
}

function contains(rect: Rect, { x, y }: Point, margin: number): boolean {
  return (
    x >= rect.left - margin &&
    x <= rect.left + rect.width + margin &&
    y >= rect.top - margin &&
    y <= rect.top + rect.height + margin
  );
}

/** The CSS cursor that says what a press would do. */
export function cursorOf(hit: Hit): string {
  switch (hit.kind) {
    case 'handle':
      if (hit.edges.x === 0) {
        return 'ns-resize';
      }
      if (hit.edges.y === 0) {
        return 'ew-resize';
      }
      return hit.edges.x === hit.edges.y ? 'nesw-resize' : 'nwse-resize';
    case 'body':
      return 'move';
    case 'plot':
      return 'crosshair';
    case 'outside':
      return 'default';
  }
}
