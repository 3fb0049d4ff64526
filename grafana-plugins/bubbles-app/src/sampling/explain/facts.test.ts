import { expect, test } from 'vitest';
import { factsOf } from './facts';
import { decisionOf } from './testing';

const facts = (more: Parameters<typeof decisionOf>[0]) =>
  Object.fromEntries(factsOf(decisionOf(more), 'utc').map(([name, value]) => [name, value.replace(/\u00a0/g, ' ')]));

test('a decision says what policies were told, and when and by whom it was made', () => {
  expect(facts({})).toEqual({
    Spans: '12, 0 failed',
    Duration: '210 ms',
    Size: '4.2 kB',
    Randomness: '0.4200',
    Began: '2026-11-21 14:00:00.000',
    Decided: '2026-11-21 14:01:05.000, when no span had come for a while',
    By: 'sampler-0',
    'In the log': 'partition 2, offset 5,000,000',
  });
});

test('what came later, what it stands for and whose rule it was are said where there is something', () => {
  expect(
    facts({ lateSpans: 3, revival: 'done', revivedSpans: 12, weight: 10, rule: { id: 'r-1', version: 2 } })
  ).toMatchObject({
    Spans: '12, 0 failed, 3 late, 12 brought back',
    'Stands for': '10 traces',
    Rule: 'r-1, version 2',
  });
});

test('a trace whose spans have no start did not begin at any time', () => {
  expect(facts({ start: null })).not.toHaveProperty('Began');
});

test('a trace without a decision says since when it is open', () => {
  const open = facts({
    state: 'undecided',
    durationNanos: null,
    decidedAt: null,
    trigger: null,
    instance: '',
    firstSeen: '2026-11-21T14:00:00Z',
    lastSeen: '2026-11-21T14:00:09Z',
  });
  expect(open).toMatchObject({ 'First record': '2026-11-21 14:00:00.000', 'Latest record': '2026-11-21 14:00:09.000' });
  expect(open).not.toHaveProperty('Decided');
});
