import { expect, test } from 'vitest';
import { bucketRow, paddedRange } from './buckets';

test('edges are exact at powers of two', () => {
  expect(bucketRow(119)).toEqual({ aboveNanos: 902_905_650, upToNanos: 2 ** 30 });
  expect(bucketRow(3)).toEqual({ aboveNanos: 1, upToNanos: 2 });
});

test('the lowest bucket holds 0 and 1 ns', () => {
  expect(bucketRow(-1)).toEqual({ aboveNanos: -1, upToNanos: 1 });
});

test('edges meet and never fall', () => {
  for (let index = 0; index < 200; index++) {
    expect(bucketRow(index).aboveNanos).toBe(bucketRow(index - 1).upToNanos);
    expect(bucketRow(index).upToNanos).toBeGreaterThanOrEqual(bucketRow(index).aboveNanos);
  }
});

test('edges are the floor of the power', () => {
  for (let index = 4; index < 200; index++) {
    const edge = BigInt(bucketRow(index).upToNanos);
    const power = 1n << BigInt(index + 1);
    expect(edge ** 4n <= power && power < (edge + 1n) ** 4n).toBe(true);
  }
});

test('a padded range holds the given one, in whole doublings', () => {
  for (const [first, last] of [
    [100, 101],
    [77, 120],
    [-1, 3],
    [0, 0],
  ]) {
    const padded = paddedRange(first, last, 24);
    expect(padded.first).toBeLessThanOrEqual(first);
    expect(padded.last).toBeGreaterThanOrEqual(last);
    expect(padded.first).toBeGreaterThanOrEqual(-1);
    expect((padded.last + 1) % 4).toBe(0);
  }
});
