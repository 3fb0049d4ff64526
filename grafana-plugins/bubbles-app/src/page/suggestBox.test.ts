import { expect, test } from 'vitest';
import { slowestBox } from './suggestBox';
import { edgeOf, heatmapOf } from './testing';

test('the rows at the top with two in a hundred spans are boxed', () => {
  expect(slowestBox(heatmapOf([5000, 4830, 60, 10, 90, 10]))).toMatchObject({
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:00:20Z',
    aboveNanos: edgeOf(102),
    upToNanos: edgeOf(106),
  });
});

test('a single row is boxed as a whole', () => {
  expect(slowestBox(heatmapOf([500]))).toMatchObject({ aboveNanos: edgeOf(100), upToNanos: edgeOf(101) });
});

test('an empty heatmap has nothing to box', () => {
  expect(slowestBox(heatmapOf([]))).toBeUndefined();
});
