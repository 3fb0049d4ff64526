import { expect, test } from 'vitest';
import { remaining } from './remaining';

test.each([
  [751, '12:31'],
  [59.2, '1:00'],
  [9, '0:09'],
  [3725, '1:02:05'],
  [51 * 3600, '2 d 3 h'],
  [0, 'expired'],
  [-5, 'expired'],
])('%d s are %s', (seconds, text) => {
  expect(remaining(1e6 + seconds * 1000, 1e6)).toBe(text);
});
