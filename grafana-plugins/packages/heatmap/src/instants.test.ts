import { expect, test } from 'vitest';
import { formatInstant, millisOf, parseInstant } from './instants';

test.each([
  '2026-11-21T14:10:00Z',
  '2026-11-21T14:10:00.500Z',
  '2026-11-21T14:10:00.123456789Z',
  '1969-12-31T23:59:59.999999999Z',
])('%s survives the round trip', (text) => {
  expect(formatInstant(parseInstant(text))).toBe(text);
});

test('an offset is taken into account', () => {
  expect(formatInstant(parseInstant('2026-11-21T14:10:00+02:00'))).toBe('2026-11-21T12:10:00Z');
});

test('milliseconds keep their fraction', () => {
  expect(millisOf(parseInstant('1970-01-01T00:00:00.001500Z'))).toBe(1.5);
});

test.each(['', 'yesterday', '2026-11-21', '2026-11-21T14:10:00'])('%j is refused', (text) => {
  expect(() => parseInstant(text)).toThrow(RangeError);
});
