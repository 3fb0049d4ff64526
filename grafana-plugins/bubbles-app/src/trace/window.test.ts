import { expect, test } from 'vitest';
import { scrollTo, windowOf } from './window';

test('only rows in sight and a few around them are drawn', () => {
  expect(windowOf(2800, 560, 28, 5000)).toEqual({ first: 90, end: 130 });
  expect(windowOf(0, 560, 28, 5)).toEqual({ first: 0, end: 5 });
  expect(windowOf(9999, 560, 28, 5)).toEqual({ first: 5, end: 5 });
});

test('a row out of sight is scrolled to the nearest edge', () => {
  expect(scrollTo(3, 280, 560, 28)).toBe(84);
  expect(scrollTo(12, 280, 560, 28)).toBe(280);
  expect(scrollTo(40, 280, 560, 28)).toBe(588);
});
