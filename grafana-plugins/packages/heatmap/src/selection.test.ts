import { expect, test } from 'vitest';
import type { Hit } from './hit';
import { IDLE, placed, step, type Gesture, type SelectionEvent, type Step } from './selection';

const extent = { columns: 60, rows: 24 };
const range = { column0: 10, column1: 20, row0: 6, row1: 12 };
const plot: Hit = { kind: 'plot' };

function run(events: readonly SelectionEvent[], start: Gesture = IDLE): Step {
  return events.reduce<Step>((state, event) => step(state.gesture, event, extent), { gesture: start });
}

const press = (hit: Hit, column: number, row: number, options: { add?: boolean; zoom?: boolean } = {}) =>
  ({ type: 'press', hit, cell: { column, row }, add: false, zoom: false, ranges: [range], ...options }) as const;
const move = (column: number, row: number) => ({ type: 'move', cell: { column, row } }) as const;
const nudge = (dx: number, dy: number, resize = false) => ({ type: 'nudge', dx, dy, resize }) as const;
const release = { type: 'release' } as const;

test('a drag selects both end cells and all between, in any direction', () => {
  const expected = { kind: 'select', target: 'all', range: { column0: 3, column1: 9, row0: 2, row1: 6 } };
  expect(run([press(plot, 3, 2), move(8, 5), release]).outcome).toEqual(expected);
  expect(run([press(plot, 8, 5), move(3, 2), release]).outcome).toEqual(expected);
});

test('a drag with shift adds a box, also from within another', () => {
  expect(run([press(plot, 3, 2, { add: true }), move(8, 5), release]).outcome).toMatchObject({ target: 'beside' });
  const hit: Hit = { kind: 'body', box: 0 };
  expect(run([press(hit, 12, 8, { add: true }), move(13, 9), release]).outcome).toMatchObject({ target: 'beside' });
});

test('a drag with ctrl zooms', () => {
  expect(run([press(plot, 9, 2, { zoom: true }), move(3, 5), release]).outcome).toEqual({
    kind: 'zoom',
    column0: 3,
    column1: 10,
  });
});

test('a box moves as a whole and stops at the edge', () => {
  const hit: Hit = { kind: 'body', box: 0 };
  expect(run([press(hit, 12, 8), move(14, 9), release]).outcome).toEqual({
    kind: 'select',
    target: 0,
    range: { column0: 12, column1: 22, row0: 7, row1: 13 },
  });
  expect(run([press(hit, 12, 8), move(59, 0), release]).outcome).toMatchObject({
    range: { column0: 50, column1: 60, row0: 0, row1: 6 },
  });
});

test('a handle moves its edges and never past the opposite ones', () => {
  const hit: Hit = { kind: 'handle', box: 0, edges: { x: -1, y: 1 } };
  expect(run([press(hit, 10, 11), move(8, 14), release]).outcome).toMatchObject({
    range: { column0: 8, column1: 20, row0: 6, row1: 15 },
  });
  expect(run([press(hit, 10, 11), move(40, 0), release]).outcome).toMatchObject({
    range: { column0: 19, column1: 20, row0: 6, row1: 7 },
  });
});

test('the keyboard begins, moves, resizes and selects', () => {
  const { outcome } = run([{ type: 'start', target: 'all' }, nudge(1, 0), nudge(0, -1), nudge(2, 1, true), release]);
  expect(outcome).toEqual({
    kind: 'select',
    target: 'all',
    range: { column0: 28, column1: 36, row0: 9, row1: 14 },
  });
});

test('the keyboard takes up a standing box', () => {
  expect(run([{ type: 'start', target: 0, range }, nudge(1, 1), release]).outcome).toEqual({
    kind: 'select',
    target: 0,
    range: { column0: 11, column1: 21, row0: 7, row1: 13 },
  });
});

test('escape leaves everything as it was', () => {
  expect(run([press(plot, 3, 2), move(8, 5), { type: 'cancel' }])).toEqual({ gesture: IDLE });
});

test('a press on an axis and stray events do nothing', () => {
  expect(run([press({ kind: 'outside' }, 0, 0), move(5, 5), release])).toEqual({ gesture: IDLE });
  expect(run([move(5, 5), nudge(1, 1), release]).outcome).toBeUndefined();
});

test('ranges stay within the grid whatever happens', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
  let state: Step = { gesture: IDLE };
  for (let i = 0; i < 5000; i++) {
    const events: SelectionEvent[] = [
      press(plot, random(60), random(24)),
      press({ kind: 'handle', box: 0, edges: { x: 1, y: -1 } }, random(60), random(24)),
      move(random(60), random(24)),
      { type: 'start', target: 'all' },
      nudge(random(99) - 49, random(99) - 49, random(2) === 0),
    ];
    state = step(state.gesture, events[random(events.length)], extent);
    if (state.gesture.kind !== 'idle') {
      const { column0, column1, row0, row1 } = state.gesture.range;
      expect(0 <= column0 && column0 < column1 && column1 <= 60 && 0 <= row0 && row0 < row1 && row1 <= 24).toBe(true);
    }
  }
});

test('boxes are replaced, added or exchanged', () => {
  expect(placed(['a', 'b'], 'all', 'c')).toEqual(['c']);
  expect(placed(['a', 'b'], 'beside', 'c')).toEqual(['a', 'b', 'c']);
  expect(placed(['a', 'b'], 1, 'c')).toEqual(['a', 'c']);
});
