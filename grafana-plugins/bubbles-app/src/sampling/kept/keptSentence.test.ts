import { expect, test } from 'vitest';
import { afterwards, keptSentence } from './keptSentence';
import { summaryOf, totalsOf } from './testing';

const sentence = (more: Parameters<typeof summaryOf>[0]) =>
  keptSentence(summaryOf(more), 'the last 30 minutes').replace(/\u00a0/g, ' ');

test('what was kept, of how many, and what became of the failed ones', () => {
  expect(sentence({})).toBe(
    '11.2 % of 1,204,331 traces were kept in the last 30 minutes, all 3,210 failed ones among them.'
  );
});

test.each([
  [0, 0, /; none failed\.$/],
  [1, 0, /, the one that failed among them\.$/],
  [48, 2, /, 48 of the 50 failed ones among them\.$/],
])('%i failed ones kept and %i dropped', (kept, dropped, end) => {
  expect(
    sentence({ kept: totalsOf(100, { errorTraces: kept }), dropped: totalsOf(900, { errorTraces: dropped }) })
  ).toMatch(end);
});

test('all is all, and one is one', () => {
  expect(sentence({ kept: totalsOf(7), dropped: totalsOf(0) })).toMatch(/^All 7 traces were kept/);
  expect(sentence({ kept: totalsOf(0), dropped: totalsOf(1) })).toMatch(/^0 % of 1 trace was kept/);
});

test('what came after the decisions is said when there was something', () => {
  expect(afterwards(summaryOf())).toBeUndefined();
  const kept = totalsOf(100, { lateSpans: 400, revivedTraces: 3, dryRunDrops: 1 });
  const dropped = totalsOf(900, { lateSpans: 12 });
  expect(afterwards(summaryOf({ kept, dropped }))?.replace(/\u00a0/g, ' ')).toBe(
    '412 spans came late and followed the decision of their trace; 3 dropped traces were brought back; 1 trace was kept by the dry run alone.'
  );
});
