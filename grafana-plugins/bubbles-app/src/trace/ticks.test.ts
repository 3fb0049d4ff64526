import { expect, test } from 'vitest';
import { traceTicks } from './ticks';

const MS = 1e6;

test.each([
  [1060 * MS, [0, 200, 400, 600, 800, 1000]],
  [218 * MS, [0, 50, 100, 150, 200]],
  [2140 * MS, [0, 500, 1000, 1500, 2000]],
  [600 * MS, [0, 100, 200, 300, 400, 500, 600]],
])('a trace of %d ns', (duration, millis) => {
  expect(traceTicks(duration)).toEqual(millis.map((value) => value * MS));
});

test('a trace without duration has its beginning', () => {
  expect(traceTicks(0)).toEqual([0]);
});
