import { expect, test } from 'vitest';
import { around, covering, intervalOf, moved, outOfSight, rawOf, timeRangeOf, zoomedOut } from './range';

const interval = { from: '2026-11-21T14:00:00.000Z', to: '2026-11-21T14:30:00.000Z' };
const box = (from: string, to: string) => ({
  from: `2026-11-21T${from}Z`,
  to: `2026-11-21T${to}Z`,
  aboveNanos: 1,
  upToNanos: 2,
});

test('an absolute range is read and written alike', () => {
  const range = timeRangeOf(interval.from, interval.to, 'utc');
  expect(intervalOf(range)).toEqual(interval);
  expect(rawOf(range)).toEqual(interval);
});

test('milliseconds since the epoch are understood', () => {
  const millis = (text: string) => String(Date.parse(text));
  expect(intervalOf(timeRangeOf(millis(interval.from), millis(interval.to), 'utc'))).toEqual(interval);
});

test('a relative range stays relative', () => {
  expect(rawOf(timeRangeOf('now-1h', 'now', 'utc'))).toEqual({ from: 'now-1h', to: 'now' });
});

test.each([
  ['yesterday', 'now'],
  ['now', 'now-1h'],
  ['', ''],
])('%j to %j becomes the last half hour', (from, to) => {
  expect(rawOf(timeRangeOf(from, to, 'utc'))).toEqual({ from: 'now-30m', to: 'now' });
});

test('the interval of a comparison holds its boxes', () => {
  expect(covering(interval, [box('13:50:00', '14:02:00')])).toEqual({ from: '2026-11-21T13:50:00Z', to: interval.to });
  expect(covering(interval, [box('14:10:00', '14:12:00')])).toEqual(interval);
});

test('boxes are out of sight only when all are', () => {
  expect(outOfSight(interval, [])).toBe(false);
  expect(outOfSight(interval, [box('13:50:00', '14:00:00')])).toBe(true);
  expect(outOfSight(interval, [box('13:50:00', '14:00:00'), box('14:10:00', '14:12:00')])).toBe(false);
});

test('a range around a box has the box in its middle', () => {
  expect(around([box('14:10:00', '14:12:00')])).toEqual({
    from: '2026-11-21T13:56:00.000Z',
    to: '2026-11-21T14:26:00.000Z',
  });
});

test('moving and zooming keep the middle or the length', () => {
  const range = timeRangeOf(interval.from, interval.to, 'utc');
  expect(moved(range, -1)).toEqual({ from: '2026-11-21T13:45:00.000Z', to: '2026-11-21T14:15:00.000Z' });
  expect(zoomedOut(range)).toEqual({ from: '2026-11-21T13:45:00.000Z', to: '2026-11-21T14:45:00.000Z' });
});
