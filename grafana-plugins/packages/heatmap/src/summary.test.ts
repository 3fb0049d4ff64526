import { expect, test } from 'vitest';
import { gridOf } from './grid';
import { summaryOf } from './summary';
import { answerOf } from './testing';

test('a summary adds up to the whole, slowest first', () => {
  const cells = Array.from({ length: 200 }, (_, i) => ({ column: i % 60, row: i % 24, count: 2, errors: i % 2 }));
  const grid = gridOf(answerOf(cells));
  const { columns, rows } = summaryOf(grid);
  expect(columns.length).toBeLessThanOrEqual(8);
  expect(rows.reduce((sum, row) => sum + row.total.count, 0)).toBe(400);
  expect(rows.flatMap((row) => row.parts).reduce((sum, part) => sum + part.errors, 0)).toBe(100);
  expect(rows[0].range.row0).toBeGreaterThan(rows[rows.length - 1].range.row0);
});
