import { expect, test } from 'vitest';
import { afterwards, keptSentence } from './keptSentence';
import { summaryOf } from './testing';

const sentence = (more: Parameters<typeof summaryOf>[0]) =>
  keptSentence(summaryOf(more), 'the last 30 minutes').replace(/\u00a0/g, ' ');

test('what was kept, of how many, and what became of the failed ones', () => {
  expect(sentence({})).toBe(
    '11.2 % of 1,204,331 traces were kept in the last 30 minutes, all 3,210 failed ones among them.'
  );
});

test.each([
  [{ errorTraces: 0, keptErrorTraces: 0 }, /; none failed\.$/],
  [{ errorTraces: 1, keptErrorTraces: 1 }, /, the one that failed among them\.$/],
  [{ errorTraces: 50, keptErrorTraces: 48 }, /, 48 of the 50 failed ones among them\.$/],
])('%j ends with %s', (more, end) => {
  expect(sentence(more)).toMatch(end);
});

test('all is all, and one is one', () => {
  expect(sentence({ traces: 7, keptTraces: 7, errorTraces: 0 })).toMatch(/^All 7 traces were kept/);
  expect(sentence({ traces: 1, keptTraces: 0, errorTraces: 0 })).toMatch(/^0 % of 1 trace was kept/);
});

test('what came after the decisions is said when there was something', () => {
  expect(afterwards(summaryOf())).toBeUndefined();
  expect(afterwards(summaryOf({ lateSpans: 412, revivedTraces: 3, dryRunDrops: 1 }))?.replace(/\u00a0/g, ' ')).toBe(
    '412 spans came late and followed the decision of their trace; 3 dropped traces were brought back; 1 trace was kept by the dry run alone.'
  );
});
