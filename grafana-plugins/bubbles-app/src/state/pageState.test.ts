import { expect, test } from 'vitest';
import { DEFAULTS, searchOf, stateOf, type PageState } from './pageState';

const full: PageState = {
  from: '2026-11-21T14:00:00.000Z',
  to: 'now',
  timeZone: 'Europe/Paris',
  refresh: '10s',
  filter: '{ span.http.route = "/cart/checkout" && name != "a~b&c" }',
  scope: 'entry',
  colourBy: 'errors',
  boxes: [
    { from: '2026-11-21T14:10:00Z', to: '2026-11-21T14:12:00Z', aboveNanos: 902_905_650, upToNanos: 2 ** 31 },
    { from: '2026-11-21T14:15:00.500Z', to: '2026-11-21T14:16:00Z', aboveNanos: -1, upToNanos: 1 },
  ],
  against: 'before',
  sameOperation: true,
  order: 'name',
  spanOrder: 'errors',
  lit: '{ span.feature_flag = "x" }',
  trace: '0123456789abcdef0123456789abcdef',
  span: '0123456789abcdef',
  pair: 'fedcba9876543210fedcba9876543210',
};

test('the whole state survives the address', () => {
  expect(stateOf(searchOf(full))).toEqual(full);
});

test('the defaults leave the address short', () => {
  expect(searchOf(DEFAULTS)).toBe('?from=now-30m&to=now');
  expect(stateOf('')).toEqual(DEFAULTS);
});

test('parameters of others stay', () => {
  expect(searchOf(DEFAULTS, '?orgId=1&filter=old')).toBe('?orgId=1&from=now-30m&to=now');
});

test.each([
  'box=nonsense',
  'box=2026-11-21T14:10:00Z~2026-11-21T14:10:00Z~1~2',
  'box=2026-11-21T14:10:00Z~2026-11-21T14:12:00Z~5~2',
  'box=2026-11-21T14:10:00Z~2026-11-21T14:12:00Z~a~b',
  'scope=everything',
  'trace=123',
  'against=',
])('%s is ignored', (search) => {
  expect(stateOf(search)).toEqual(DEFAULTS);
});
