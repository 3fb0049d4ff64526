import { Problem } from '@hotspan/client';
import { expect, test } from 'vitest';
import { draftOf, EMPTY_DRAFT, matchOf, problemsOf, requestOf, type Draft } from './draft';
import { ruleOf } from './testing';
import { fieldProblemsOf } from './problems';

const draft: Draft = {
  description: ' Keep slow carts ',
  action: 'force_keep',
  matchers: [
    { scope: 'span', key: 'http.route', op: 'starts_with', values: ['/cart'] },
    { scope: 'resource', key: 'service.name', op: 'in', values: ['cart', 'order'] },
    { scope: 'span', key: 'retries', op: 'gte', values: ['3'] },
    { scope: 'span', key: 'debug', op: 'exists', values: ['left over'] },
  ],
  minutes: '5',
  priority: '100',
  cap: '',
  all: false,
  pastMinutes: 0,
};
const NOW = Date.parse('2026-11-21T14:00:00Z');

test('a draft becomes the request, conditions sorted by where they look', () => {
  expect(requestOf(draft, NOW)).toEqual({
    description: 'Keep slow carts',
    action: 'force_keep',
    duration_secs: 300,
    priority: 100,
    match: {
      resource: [{ key: 'service.name', op: 'in', value: ['cart', 'order'] }],
      span: [
        { key: 'http.route', op: 'starts_with', value: '/cart' },
        { key: 'retries', op: 'gte', value: 3 },
        { key: 'debug', op: 'exists' },
      ],
    },
  });
});

test('cap and past are sent when they are wanted', () => {
  expect(requestOf({ ...draft, cap: '1000', pastMinutes: 60 }, NOW)).toMatchObject({
    max_matches: 1000,
    retroactive_from: '2026-11-21T13:00:00.000Z',
  });
});

test('what was kept cannot be dropped in the past', () => {
  expect(requestOf({ ...draft, action: 'force_drop', pastMinutes: 60 }, NOW)).not.toHaveProperty('retroactive_from');
});

test('an absent attribute and every trace have words of their own', () => {
  const absent = { scope: 'span', key: 'cache', op: 'absent', values: [] } as const;
  expect(matchOf({ ...draft, matchers: [absent] })).toEqual({
    resource: [],
    span: [{ key: 'cache', op: 'exists', value: false }],
  });
  expect(matchOf({ ...draft, matchers: [], all: true })).toEqual({ all: true });
});

test('a rule that is edited comes back as it was, with the time it has left', () => {
  const { match } = requestOf(draft, NOW);
  const rule = ruleOf({
    description: 'Keep slow carts',
    match: { resource: match.resource ?? [], span: match.span ?? [], all: false },
    remaining_secs: 750,
    enabled: false,
    retroactive_from: '2026-11-21T12:00:00Z',
  });
  const again = draftOf(rule);
  expect(again.minutes).toBe('13');
  expect(requestOf({ ...again, minutes: '5' }, NOW, rule)).toEqual({
    ...requestOf(draft, NOW),
    enabled: false,
    retroactive_from: '2026-11-21T12:00:00Z',
  });
});

test('a rule that has ended is given half an hour', () => {
  expect(draftOf(ruleOf({ remaining_secs: 0, state: 'expired' })).minutes).toBe('30');
});

test('what is missing is said at its field', () => {
  expect(problemsOf({ ...EMPTY_DRAFT, minutes: '0', priority: 'high', cap: '1.5' })).toEqual({
    description: 'Say what it is for: others will read it',
    'matchers.0': 'Give a value',
    minutes: 'Whole minutes, at least 1',
    priority: 'A whole number, 0 or more',
    cap: 'A whole number of traces, or nothing',
  });
  expect(problemsOf(draft)).toEqual({});
});

test('a number is asked for where one is compared', () => {
  const matchers = [{ scope: 'span', key: 'retries', op: 'gt', values: ['many'] }] as const;
  expect(problemsOf({ ...draft, matchers })).toEqual({ 'matchers.0': '"many" is no number' });
});

test('what the service refuses stands at the row it means', () => {
  const problem = new Problem('about:blank', 'Invalid request', 400, 'Two fields are wrong', [
    { field: '/match/span/1/value', message: 'must be a number' },
    { field: '/match/resource/0/key', message: 'is unknown' },
    { field: '/duration_secs', message: 'must be at most 86400', accepted: '1 to 86400' },
    { field: '/elsewhere', message: 'is odd' },
  ]);
  expect(fieldProblemsOf(problem, draft)).toEqual({
    'matchers.2': 'must be a number',
    'matchers.1': 'is unknown',
    minutes: 'must be at most 86400 (1 to 86400)',
    form: 'is odd',
  });
});

test('a refusal without fields is said of the whole form', () => {
  const problem = new Problem('about:blank', 'Rules cannot be written', 503, 'Redis does not answer');
  expect(fieldProblemsOf(problem, draft)).toEqual({ form: 'Redis does not answer' });
});
