import { expect, test } from 'vitest';
import { progressText } from './progress';

test.each([
  [4_100_000, 12_000_000, '4.1 of 12.0 M spans'],
  [500, 1_200, '500 of 1,200 spans'],
  [13_000_000, 12_000_000, '13.0 of 13.0 M spans'],
  [500, 0, '500 spans read'],
])('%d of %d reads %s', (readRows, totalRows, text) => {
  expect(progressText({ readRows, totalRows })).toBe(text);
});
