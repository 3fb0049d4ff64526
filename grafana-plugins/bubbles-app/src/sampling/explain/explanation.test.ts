import { expect, test } from 'vitest';
import { explanationOf } from './explanation';
import { decisionOf } from './testing';

const sentenceOf = (more: Parameters<typeof decisionOf>[0]) => {
  const { outcome, sentence } = explanationOf(decisionOf(more));
  return `${outcome}: ${sentence}`.replace(/\u00a0/g, ' ');
};

test('a trace above its share says so', () => {
  expect(sentenceOf({})).toBe(
    "dropped: no policy kept it; `rest` keeps 10.0 %, and this trace's randomness is not within it."
  );
});

test('a trace within its share says what it stands for', () => {
  expect(sentenceOf({ kept: true, weight: 10 })).toBe(
    "kept: `rest` keeps 10.0 %, and this trace's randomness is within it. It stands for 10 traces."
  );
});

test('a failed trace is kept by its policy', () => {
  expect(sentenceOf({ kept: true, reason: 'error', policy: 'errors', weight: 1 })).toBe(
    'kept: `errors` keeps every trace that failed, and it did.'
  );
});

test('a drop policy drops', () => {
  expect(sentenceOf({ reason: 'drop', policy: 'health-checks' })).toBe(
    'dropped: `health-checks` drops what it matches, and it matched.'
  );
});

test('a rule comes before the policies', () => {
  const rule = { id: 'r-1', version: 2, description: 'Keep tenant acme' };
  expect(sentenceOf({ kept: true, reason: 'force-rule', policy: 'r-1', rule })).toBe(
    'kept: the force rule “Keep tenant acme” matched it, before any policy was asked.'
  );
  expect(sentenceOf({ reason: 'force-rule', policy: 'r-1', rule: { id: 'r-1', version: 2 } })).toBe(
    'dropped: the force rule `r-1` matched it, before any policy was asked.'
  );
});

test('a late error tells the whole story', () => {
  const late = { kept: true, reason: 'late-error', policy: 'rest' };
  expect(sentenceOf({ ...late, revival: 'asked' })).toMatch(
    /^kept: it was dropped at first; .* is being brought back\.$/
  );
  expect(sentenceOf({ ...late, revival: 'done' })).toMatch(/^kept: it was dropped at first; .* brought it back\.$/);
});

test('what a full buffer forced is told like the rest', () => {
  expect(sentenceOf({ kept: true, reason: 'error (early)', policy: 'errors' })).toMatch(/every trace that failed/);
});

test('a trace without a policy, and one without a decision', () => {
  expect(sentenceOf({ reason: 'none', policy: '', policies: [] })).toBe('dropped: no policy had a say in it.');
  expect(sentenceOf({ state: 'undecided', spans: 1 })).toMatch(/^undecided: 1 span came so far/);
});
