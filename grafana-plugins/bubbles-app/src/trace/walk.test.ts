import { expect, test } from 'vitest';
import { spanOf } from './testing';
import { rowsOf, treeOf } from './tree';
import { walk } from './walk';

const { roots } = treeOf([
  spanOf('a', '', 0, 100),
  spanOf('b', 'a', 10, 40),
  spanOf('c', 'b', 12, 20),
  spanOf('d', 'a', 50, 90),
]);
const none = new Set<string>();
const rows = rowsOf(roots, none);

test.each([
  ['ArrowDown', 'a', { focus: 'b' }],
  ['ArrowDown', undefined, { focus: 'a' }],
  ['ArrowDown', 'd', { focus: 'd' }],
  ['ArrowUp', 'a', { focus: 'a' }],
  ['End', 'a', { focus: 'd' }],
  ['Home', 'd', { focus: 'a' }],
  ['ArrowRight', 'a', { focus: 'b' }],
  ['ArrowRight', 'd', undefined],
  ['ArrowLeft', 'b', { focus: 'b', fold: 'b' }],
  ['ArrowLeft', 'c', { focus: 'b' }],
  ['ArrowLeft', 'd', { focus: 'a' }],
  ['Enter', 'c', { focus: 'c', open: true }],
  ['x', 'c', undefined],
])('%s on %s', (key, focused, step) => {
  expect(walk(key, rows, focused, none)).toEqual(step);
});

test('a folded span is unfolded before it is entered', () => {
  const folded = new Set(['b']);
  expect(walk('ArrowRight', rowsOf(roots, folded), 'b', folded)).toEqual({ focus: 'b', unfold: 'b' });
});

test('an empty trace has nowhere to go', () => {
  expect(walk('ArrowDown', [], undefined, none)).toBeUndefined();
});
