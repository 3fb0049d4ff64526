import { expect, test } from 'vitest';
import { changeOf, outcomeSentence, reasonsOf, totalsOf } from './outcome';
import { outcomeOf, replayOf } from './testing';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test('the sentence says what is kept, in bytes too, and what would be lost', () => {
  const candidate = outcomeOf({ tracesKept: 62, tracesDropped: 938, bytesKept: 62_000 });
  const errorsLost = { traces: 12, keptByPoliciesInForce: 12, traceIds: [] };
  expect(plain(outcomeSentence(replayOf({ candidate, errorsLost })))).toBe(
    'They would have kept 6.2 % of 1,000 traces (now 10.0 %), 38.0 % fewer bytes. 12 failed traces would be lost, all of them kept now.'
  );
});

test.each([
  [0, 0, 'No failed trace would be lost.'],
  [1, 1, '1 failed trace would be lost, which is kept now.'],
  [3, 0, '3 failed traces would be lost, as they are now.'],
  [3, 2, '3 failed traces would be lost, 2 of them kept now.'],
])('%i lost, %i of them kept now', (traces, keptByPoliciesInForce, text) => {
  const errorsLost = { traces, keptByPoliciesInForce, traceIds: [] };
  expect(plain(outcomeSentence(replayOf({ errorsLost })))).toContain(text);
});

test('an empty range is said to be one', () => {
  const none = outcomeOf({ tracesKept: 0, tracesDropped: 0 });
  expect(outcomeSentence(replayOf({ candidate: none }))).toBe('No trace lies in this range of the log.');
});

test.each([
  [100, 100, 'as many'],
  [100, 62, '38.0 % fewer'],
  [100, 150, '50.0 % more'],
  [100, 310, '3.1 times as many'],
  [0, 5, 'more'],
  [5, 0, '100 % fewer'],
])('%i to %i is %s', (before, after, text) => {
  expect(plain(changeOf(before, after))).toBe(text);
});

test('both sides stand in one table, by reason', () => {
  const candidate = outcomeOf({
    byReason: [{ kept: true, reason: 'latency', policy: 'slow', traces: 7, spans: 70, bytes: 7000 }],
  });
  expect(reasonsOf(replayOf({ candidate })).map((pair) => [pair.policy, pair.kept, pair.now, pair.candidate])).toEqual([
    ['slow', true, 0, 7],
    ['rest', true, 80, 0],
    ['errors', true, 20, 0],
    ['rest', false, 900, 0],
  ]);
  expect(totalsOf(replayOf()).map(({ now }) => plain(now))).toEqual(['100', '20', '1,000', '100 kB']);
});
