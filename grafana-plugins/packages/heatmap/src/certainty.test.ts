import { expect, test } from 'vitest';
import { certaintyOf } from './certainty';

test.each([
  ['rollups', true, 'all traffic'],
  ['spans', true, 'exact'],
  ['spans', false, 'estimated'],
] as const)('counts of %s, exact: %s, are called %s', (source, exact, word) => {
  expect(certaintyOf({ source, exact }).word).toBe(word);
});
