import { expect, test } from 'vitest';
import { requestOf, type Question } from './question';

const question: Question = {
  interval: { from: '2026-11-21T14:00:00.000Z', to: '2026-11-21T14:30:00.000Z' },
  filter: '{ status = error }',
  scope: 'root',
  boxes: [{ from: '2026-11-21T14:10:00Z', to: '2026-11-21T14:12:00Z', aboveNanos: 1e9, upToNanos: 2e9 }],
  against: 'rest',
  sameOperation: false,
};

test('the rest is the rest of the range', () => {
  expect(requestOf(question)).toMatchObject({
    from: '2026-11-21T14:00:00.000Z',
    filter: '{ status = error }',
    selection: { boxes: question.boxes },
    baseline: { kind: 'rest' },
  });
  expect(requestOf({ ...question, sameOperation: true }).baseline).toEqual({ kind: 'rest', sameOperation: true });
});

test('a range that has moved on still holds the box', () => {
  const later = { from: '2026-11-21T14:11:00.000Z', to: '2026-11-21T14:41:00.000Z' };
  expect(requestOf({ ...question, interval: later }).from).toBe('2026-11-21T14:10:00Z');
});

test('before is as long as the box and ends where it begins', () => {
  expect(requestOf({ ...question, against: 'before' }).baseline).toEqual({
    kind: 'time',
    from: '2026-11-21T14:08:00.000Z',
    to: '2026-11-21T14:10:00.000Z',
  });
});

test('yesterday is the same time of day', () => {
  expect(requestOf({ ...question, against: 'yesterday' }).baseline).toEqual({
    kind: 'time',
    from: '2026-11-20T14:10:00.000Z',
    to: '2026-11-20T14:12:00.000Z',
  });
});
