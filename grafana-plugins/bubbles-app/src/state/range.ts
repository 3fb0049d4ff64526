import { dateMath, dateTime, dateTimeForTimeZone, type DateTime, type TimeRange, type TimeZone } from '@grafana/data';
import { millisOf, parseInstant, type LatencyBox } from '@hotspan/heatmap';

/** A stretch of time as the services take it. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

const HALF_HOUR = 30 * 60_000;

/** A range as Grafana's pickers hold it. What cannot be understood becomes the last half hour. */
export function timeRangeOf(from: string, to: string, timeZone: TimeZone): TimeRange {
  const start = momentOf(from, false, timeZone);
  const end = momentOf(to, true, timeZone);
  if (!start || !end || !start.isBefore(end)) {
    return timeRangeOf('now-30m', 'now', timeZone);
  }
  return { from: start, to: end, raw: { from: isRelative(from) ? from : start, to: isRelative(to) ? to : end } };
}

function momentOf(text: string, roundUp: boolean, timeZone: TimeZone): DateTime | undefined {
  if (isRelative(text)) {
    return dateMath.toDateTime(text, { roundUp, timezone: timeZone });
  }
  if (!/^\d{4}-\d{2}-\d{2}|^\d+$/.test(text)) {
    return undefined;
  }
  const time = dateTimeForTimeZone(timeZone, /^\d+$/.test(text) ? Number(text) : text);
  return time.isValid() ? time : undefined;
}

/** Whether a range moves on with the clock. */
export function isRelative(text: string): boolean {
  return text.includes('now');
}

/** The two ends of a range as they stand in the address. */
export function rawOf({ raw }: TimeRange): { from: string; to: string } {
  const text = (end: DateTime | string) => (typeof end === 'string' ? end : end.toISOString());
  return { from: text(raw.from), to: text(raw.to) };
}

/** The range in absolute time, to the second: one query and the next of the same second share their answer. */
export function intervalOf({ from, to }: TimeRange): Interval {
  const second = (time: DateTime) => Math.floor(time.valueOf() / 1000) * 1000;
  return intervalOfMillis(second(from), second(to) === second(from) ? second(to) + 1000 : second(to));
}

export function intervalOfMillis(fromMillis: number, toMillis: number): Interval {
  return { from: dateTime(fromMillis).toISOString(), to: dateTime(toMillis).toISOString() };
}

/** The interval widened so that every box lies in it: a box stays where it was while the range moves on. */
export function covering(interval: Interval, boxes: readonly LatencyBox[]): Interval {
  const earliest = [interval.from, ...boxes.map(({ from }) => from)].reduce((a, b) =>
    parseInstant(b) < parseInstant(a) ? b : a
  );
  const latest = [interval.to, ...boxes.map(({ to }) => to)].reduce((a, b) =>
    parseInstant(b) > parseInstant(a) ? b : a
  );
  return { from: earliest, to: latest };
}

/** Whether no part of any box is within the interval. */
export function outOfSight(interval: Interval, boxes: readonly LatencyBox[]): boolean {
  return (
    boxes.length > 0 &&
    boxes.every(
      ({ from, to }) =>
        parseInstant(to) <= parseInstant(interval.from) || parseInstant(from) >= parseInstant(interval.to)
    )
  );
}

/** A range around the boxes, five times as wide as they are and at least half an hour. */
export function around(boxes: readonly LatencyBox[]): Interval {
  const covered = covering(boxes[0], boxes);
  const from = millisOf(parseInstant(covered.from));
  const to = millisOf(parseInstant(covered.to));
  const margin = Math.max(2 * (to - from), (HALF_HOUR - (to - from)) / 2);
  return intervalOfMillis(from - margin, to + margin);
}

/** The range moved by half its length (−1 back, 1 forward), or its length doubled around its middle. */
export function moved(range: TimeRange, by: -1 | 1): Interval {
  const shift = ((range.to.valueOf() - range.from.valueOf()) / 2) * by;
  return intervalOfMillis(range.from.valueOf() + shift, range.to.valueOf() + shift);
}

export function zoomedOut(range: TimeRange): Interval {
  const half = (range.to.valueOf() - range.from.valueOf()) / 2;
  return intervalOfMillis(range.from.valueOf() - half, range.to.valueOf() + half);
}
