import { expect, test } from 'vitest';
import { explainHref, samplingSearchOf, samplingStateOf, traceIdOf, type SamplingState } from './state';

const TRACE = '0123456789abcdef0123456789abcdef';

test('a state comes back from its address as it was', () => {
  const state: SamplingState = {
    from: 'now-1h',
    to: 'now',
    timeZone: 'utc',
    refresh: '10s',
    rule: 'new',
    trace: TRACE,
    policies: 'policies:\n  - {name: all, type: always} # & = ?',
    replay: 'r-1',
  };
  expect(samplingStateOf(samplingSearchOf(state))).toEqual(state);
});

test('an empty address is the last half hour, with nothing open', () => {
  expect(samplingStateOf('')).toMatchObject({ from: 'now-30m', to: 'now', refresh: '', rule: undefined });
});

test('what belongs to others stays, what is closed goes', () => {
  const search = samplingSearchOf({ from: 'now-1h', to: 'now', refresh: '' }, `?orgId=1&trace=${TRACE}&rule=new`);
  expect(search).toBe('?orgId=1&from=now-1h&to=now');
});

test.each([
  [TRACE, TRACE],
  [` "${TRACE.toUpperCase()}"\n`, TRACE],
  ['01234567-89ab-cdef-0123-456789abcdef', TRACE],
  ['0123', undefined],
  [`${TRACE}0`, undefined],
])('%j is the trace id %j', (text, id) => {
  expect(traceIdOf(text)).toBe(id);
});

test('another page leads to the explanation of a trace in its own range', () => {
  expect(explainHref(TRACE, { from: 'now-6h', to: 'now' })).toBe(
    `/a/hotspan-bubbles-app/sampling?from=now-6h&to=now&trace=${TRACE}`
  );
});
