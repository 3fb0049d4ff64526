import { expect, test } from 'vitest';
import { bucketRow } from './buckets';
import { latencyTicks, timeFormat, timeStep, timeTicks } from './ticks';

const rows = Array.from({ length: 56 }, (_, i) => bucketRow(80 + i));

test('latency labels are 1-2-5 where there is room', () => {
  expect(latencyTicks(rows, 600)).toEqual([2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 2e8, 5e8, 1e9, 2e9, 5e9, 1e10]);
});

test('latency labels thin out with the height', () => {
  expect(latencyTicks(rows, 100)).toEqual([1e7, 1e8, 1e9, 1e10]);
});

const utc = () => 0;
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);

test('time labels stand on round times', () => {
  const ticks = timeTicks(at('14:00:07'), at('14:30:07'), 1200, utc);
  expect(ticks.map((tick) => new Date(tick.millis).toISOString().slice(11, 16))).toEqual([
    '14:05',
    '14:10',
    '14:15',
    '14:20',
    '14:25',
    '14:30',
  ]);
});

test('time labels follow the wall clock of the zone', () => {
  const kathmandu = () => 345;
  const ticks = timeTicks(at('00:00:00'), at('12:00:00'), 700, kathmandu);
  ticks.forEach((tick) => expect((tick.millis / 60_000 + 345) % 60).toBe(0));
});

test('time labels stay on round times when the clocks change', () => {
  // Europe/Paris, 2026-10-25: 03:00 summer time is followed by 02:00 winter time.
  const change = Date.parse('2026-10-25T01:00:00Z');
  const paris = (millis: number) => (millis < change ? 120 : 60);
  const ticks = timeTicks(change - 12 * 3_600_000, change + 12 * 3_600_000, 800, paris);
  ticks.forEach((tick) => expect((tick.millis / 3_600_000 + paris(tick.millis) / 60) % 3).toBe(0));
});

test('labels name the day at midnight and past a day', () => {
  expect(timeFormat({ millis: 0, midnight: true }, 3_600_000)).toBe('MM-DD');
  expect(timeFormat({ millis: 0, midnight: false }, 86_400_000)).toBe('MM-DD');
  expect(timeFormat({ millis: 0, midnight: false }, 60_000)).toBe('HH:mm');
  expect(timeFormat({ millis: 0, midnight: false }, 1000)).toBe('HH:mm:ss');
});

test('years are labelled too', () => {
  expect(timeStep(0, 1000 * 86_400_000, 500)).toBeGreaterThan(28 * 86_400_000);
});
