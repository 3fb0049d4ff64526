import { expect, test } from 'vitest';
import { formatCount, formatNanos, formatNanosInColumn, formatShare } from './format';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 ns'],
  [999, '999 ns'],
  [1500, '1.5 µs'],
  [210_000_000, '210 ms'],
  [999_600_000, '1 s'],
  [1_414_213_562, '1.41 s'],
  [90e9, '1.5 min'],
  [7200e9, '2 h'],
])('%d ns reads %s', (nanos, text) => {
  expect(plain(formatNanos(nanos))).toBe(text);
});

test.each([
  [0, '0 ns'],
  [999, '999 ns'],
  [3_900_000_000, '3.90 s'],
  [65_500_000, '65.5 ms'],
  [999_600_000, '1.00 s'],
])('%d ns in a column reads %s', (nanos, text) => {
  expect(plain(formatNanosInColumn(nanos))).toBe(text);
});

test.each([
  [0, '0 %'],
  [0.0004, '<0.1 %'],
  [0.021, '2.1 %'],
  [0.5, '50 %'],
  [0.9696, '97 %'],
  [0.9951, '99.5 %'],
  [0.9999, '>99.9 %'],
  [1, '100 %'],
])('a share of %d reads %s', (share, text) => {
  expect(plain(formatShare(share))).toBe(text);
});

test('counts have thousands separators', () => {
  expect(formatCount(1_204_331.4)).toBe('1,204,331');
  expect(formatCount(0.2)).toBe('<1');
});
