import { expect, test } from 'vitest';
import { counted, formatBytes, formatRate } from './numbers';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test.each([
  [134_885, 1_204_331, '11.2 %'],
  [1, 1_000_000, '<0.1 %'],
  [999_999, 1_000_000, '>99.9 %'],
  [5, 5, '100 %'],
  [0, 5, '0 %'],
  [0, 0, '0 %'],
])('%i of %i is %s', (part, whole, text) => {
  expect(plain(formatRate(part, whole))).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_240_000_000, '1.24 GB'],
  [12_345, '12.3 kB'],
])('%i bytes are %s', (bytes, text) => {
  expect(plain(formatBytes(bytes))).toBe(text);
});

test('one is one', () => {
  expect([counted(1, 'trace'), counted(0, 'trace'), counted(1204, 'trace')].map(plain)).toEqual([
    '1 trace',
    '0 traces',
    '1,204 traces',
  ]);
});
