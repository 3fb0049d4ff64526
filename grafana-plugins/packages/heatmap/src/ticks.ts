import { rowPosition } from './boxes';
import type { LatencyRow } from './types';

/** A mark on the time axis. `midnight` says that the label should name the day. */
export interface TimeTick {
  readonly millis: number;
  readonly midnight: boolean;
}

/** Which of 1-2-5 get a label, from the most to the least crowded. */
const MANTISSAS = [[1, 2, 5], [1, 3], [1]];
const LATENCY_GAP = 16;
const TIME_GAP = 96;

/** Latencies to label: 1-2-5 in every decade, fewer where room is short. */
export function latencyTicks(rows: readonly LatencyRow[], height: number): number[] {
  const low = Math.max(1, rows[0].aboveNanos);
  const high = rows[rows.length - 1].upToNanos;
  const rowHeight = height / rows.length;
  for (const mantissas of MANTISSAS) {
    const ticks = decades(low, high).flatMap((decade) => mantissas.map((m) => m * decade));
    const shown = ticks.filter((tick) => tick >= low && tick <= high);
    if (smallestGap(shown.map((tick) => rowPosition(rows, tick) * rowHeight)) >= LATENCY_GAP) {
      return shown;
    }
  }
  return decades(low, high).filter((tick, i) => i % 3 === 0 && tick >= low && tick <= high);
}

function decades(low: number, high: number): number[] {
  const ticks = [];
  for (let decade = 10 ** Math.floor(Math.log10(low)); decade <= high; decade *= 10) {
    ticks.push(decade);
  }
  return ticks;
}

function smallestGap(positions: readonly number[]): number {
  return positions.slice(1).reduce((gap, at, i) => Math.min(gap, at - positions[i]), Infinity);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28].map((n) => n * DAY),
];

/** The distance between time labels for this width. */
export function timeStep(fromMillis: number, toMillis: number, width: number): number {
  const wanted = ((toMillis - fromMillis) * TIME_GAP) / Math.max(TIME_GAP, width);
  return STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / (28 * DAY)) * 28 * DAY;
}

/**
 * Times to label, on round times of the zone's wall clock.
 *
 * @param offsetMinutes the zone's offset from UTC at an instant
 */
export function timeTicks(
  fromMillis: number,
  toMillis: number,
  width: number,
  offsetMinutes: (millis: number) => number
): TimeTick[] {
  const step = timeStep(fromMillis, toMillis, width);
  const ticks: TimeTick[] = [];
  let wall = fromMillis + offsetMinutes(fromMillis) * MINUTE;
  wall = Math.ceil(wall / step) * step;
  for (; ticks.length < 100; wall += step) {
    // The offset at the tick itself: it differs from the start's where the clocks change in between.
    const guess = wall - offsetMinutes(fromMillis) * MINUTE;
    const millis = wall - offsetMinutes(guess) * MINUTE;
    if (millis > toMillis) {
      break;
    }
    if (millis >= fromMillis) {
      ticks.push({ millis, midnight: wall % DAY === 0 });
    }
  }
  return ticks;
}

/** The moment.js format of a tick's label. */
export function timeFormat(tick: TimeTick, step: number): string {
  if (step >= DAY || tick.midnight) {
    return 'MM-DD';
  }
  if (step >= MINUTE) {
    return 'HH:mm';
  }
  return step >= SECOND ? 'HH:mm:ss' : 'HH:mm:ss.SSS';
}
