import { expect, test } from 'vitest';
import { gridOf } from './grid';
import { cursorOf, hitTest } from './hit';
import { nearestCell, rectOf, scalesOf } from './scales';
import { answerOf } from './testing';

const scales = scalesOf(gridOf(answerOf([])), 672, 272);
const box = rectOf(scales, { column0: 10, column1: 20, row0: 6, row1: 12 });

test('the pointer finds its cell', () => {
  expect(nearestCell(scales, { x: 60 + 10 * 30 + 5, y: 8 + 5 })).toEqual({ column: 30, row: 23 });
  expect(nearestCell(scales, { x: -50, y: 900 })).toEqual({ column: 0, row: 0 });
});

test.each([
  ['left edge', { x: box.left, y: box.top + 30 }, { kind: 'handle', box: 0, edges: { x: -1, y: 0 } }],
  ['top right corner', { x: box.left + box.width, y: box.top }, { kind: 'handle', box: 0, edges: { x: 1, y: 1 } }],
  ['bottom', { x: box.left + 50, y: box.top + box.height }, { kind: 'handle', box: 0, edges: { x: 0, y: -1 } }],
  ['inside', { x: box.left + 50, y: box.top + 30 }, { kind: 'body', box: 0 }],
  ['beside', { x: box.left - 20, y: box.top + 30 }, { kind: 'plot' }],
  ['axis', { x: 10, y: 50 }, { kind: 'outside' }],
  ['just above the plot', { x: 300, y: 0 }, { kind: 'plot' }],
])('%s of a box is found', (_, point, hit) => {
  expect(hitTest(scales, [box], point)).toEqual(hit);
});

test('the box drawn last lies on top', () => {
  expect(hitTest(scales, [box, box], { x: box.left + 50, y: box.top + 30 })).toMatchObject({ box: 1 });
});

test('a tiny box can be moved', () => {
  const tiny = { left: 100, top: 100, width: 6, height: 6 };
  expect(hitTest(scales, [tiny], { x: 103, y: 103 })).toEqual({ kind: 'body', box: 0 });
});

test('cursors point along the diagonal of their corner', () => {
  expect(cursorOf({ kind: 'handle', box: 0, edges: { x: 1, y: 1 } })).toBe('nesw-resize');
  expect(cursorOf({ kind: 'handle', box: 0, edges: { x: 1, y: -1 } })).toBe('nwse-resize');
  expect(cursorOf({ kind: 'handle', box: 0, edges: { x: 0, y: 1 } })).toBe('ns-resize');
});
