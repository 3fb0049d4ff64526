import { expect, test } from 'vitest';
import { reasonOf } from './reasons';

test.each([
  [true, 'probability', 'probability', false],
  [true, 'late-error', 'late error', false],
  [true, 'error (early)', 'error', true],
  [false, 'not-sampled', 'not kept', false],
  [false, 'no-policy', 'no policy had a say', false],
  [false, 'drop', 'dropped by policy', false],
  [false, 'force-rule', 'dropped by force rule', false],
])('kept %s for %s reads "%s"', (kept, reason, label, early) => {
  expect(reasonOf({ kept, reason })).toMatchObject({ label, early });
});
