import { describe, expect, test } from 'vitest';
import { boxOf, cellRangeOf, positionOf, rowPosition, sumBox } from './boxes';
import { gridLike, gridOf, sumRange } from './grid';
import { answerOf, FIRST_BUCKET } from './testing';

const whole = { column0: 0, column1: 60, row0: 0, row1: 24 };

describe('grid', () => {
  test('cells keep their counts', () => {
    const grid = gridOf(answerOf([{ column: 3, row: 5, count: 7, errors: 2 }]));
    expect(sumRange(grid, { column0: 3, column1: 4, row0: 5, row1: 6 })).toEqual({ count: 7, errors: 2 });
    expect(grid.largestCount).toBe(7);
  });

  test('rows are padded on the same edges', () => {
    const grid = gridOf(answerOf([{ column: 0, row: 0, count: 1 }], { rows: 1 }));
    expect(grid.rows.length).toBeGreaterThanOrEqual(24);
    grid.rows.slice(1).forEach((row, i) => expect(row.aboveNanos).toBe(grid.rows[i].upToNanos));
    expect(sumRange(grid, { ...whole, row1: grid.rows.length }).count).toBe(1);
  });

  test('an empty answer has an axis', () => {
    const grid = gridOf(answerOf([], { rows: 0 }));
    expect(grid.rows[0].aboveNanos).toBeLessThan(2_000_000);
    expect(grid.largestCount).toBe(0);
  });

  test('a box split in two adds up to the whole', () => {
    const cells = Array.from({ length: 600 }, (_, i) => ({
      column: i % 60,
      row: (i * 7) % 24,
      count: i % 5,
      errors: 1,
    }));
    const grid = gridOf(answerOf(cells));
    for (let column = 1; column < 60; column += 7) {
      const left = sumRange(grid, { ...whole, column1: column });
      const right = sumRange(grid, { ...whole, column0: column });
      expect(left.count + right.count).toBe(sumRange(grid, whole).count);
      expect(left.errors + right.errors).toBe(600);
    }
  });
});

describe('a grid laid over another', () => {
  const under = gridOf(answerOf([{ column: 30, row: 12, count: 9 }]));
  const first = { column0: 2, column1: 3, row0: 20, row1: 21 };

  test('has its cells, whatever rows its answer has', () => {
    const rows = answerOf([{ column: 2, row: 0, count: 5, errors: 1 }], { rows: 1, firstBucket: FIRST_BUCKET + 20 });
    expect(sumRange(gridLike(under, rows)!, first)).toEqual({ count: 5, errors: 1 });
  });

  test('may begin at another step, and leaves out what lies beyond', () => {
    const cells = [
      { column: 1, row: 20, count: 5 },
      { column: 59, row: 20, count: 7 },
    ];
    const over = gridLike(under, answerOf(cells, { from: '2026-11-21T14:00:10Z' }))!;
    expect(sumRange(over, first).count).toBe(5);
    expect(sumRange(over, whole).count).toBe(5);
  });

  test('must have the same steps', () => {
    expect(gridLike(under, answerOf([], { from: '2026-11-21T14:00:05Z' }))).toBeUndefined();
    expect(gridLike(under, { ...answerOf([]), stepNanos: 5_000_000_000 })).toBeUndefined();
  });
});

describe('boxes', () => {
  const grid = gridOf(answerOf([{ column: 30, row: 12, count: 9 }]));
  const range = { column0: 28, column1: 34, row0: 10, row1: 14 };

  test('a box ends exactly on the edges of its cells', () => {
    expect(boxOf(grid, range)).toEqual({
      from: '2026-11-21T14:04:40Z',
      to: '2026-11-21T14:05:40Z',
      aboveNanos: grid.rows[10].aboveNanos,
      upToNanos: grid.rows[13].upToNanos,
    });
  });

  test('a box and its cells turn into each other', () => {
    expect(cellRangeOf(grid, boxOf(grid, range))).toEqual(range);
    expect(sumBox(grid, boxOf(grid, range)).count).toBe(9);
  });

  test('a box keeps its place in time when the grid moves on', () => {
    const later = gridOf(answerOf([], { from: '2026-11-21T14:00:07Z', rows: 24 }));
    expect(positionOf(later, boxOf(grid, range)).column0).toBeCloseTo(27.3);
    expect(cellRangeOf(later, boxOf(grid, range)).column0).toBe(27);
  });

  test('a box beyond the grid stays one cell', () => {
    const far = gridOf(answerOf([], { from: '2026-11-22T14:00:00Z' }));
    expect(cellRangeOf(far, boxOf(grid, range))).toMatchObject({ column0: 0, column1: 1 });
  });

  test('row positions are whole at edges and grow between them', () => {
    grid.rows.forEach((row, i) => {
      expect(rowPosition(grid.rows, row.upToNanos)).toBeCloseTo(i + 1, 9);
      expect(rowPosition(grid.rows, (row.aboveNanos + row.upToNanos) / 2)).toBeGreaterThan(i);
    });
    expect(rowPosition(grid.rows, grid.rows[0].aboveNanos / 2)).toBeCloseTo(-4);
  });
});
