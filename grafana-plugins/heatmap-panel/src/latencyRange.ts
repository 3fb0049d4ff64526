import type { HeatmapAnswer } from '@hotspan/heatmap';

const UNIT_NANOS: Record<string, number> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };

/** Nanoseconds of a duration such as `1.5s`; undefined where it is none. */
export function durationNanos(text: string): number | undefined {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|s|m|h)\s*$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * UNIT_NANOS[unit];
}

/** The answer without the rows that lie wholly outside of the bounds; its totals still count all spans. */
export function withinLatency(answer: HeatmapAnswer, lowest: string, highest: string): HeatmapAnswer {
  const from = durationNanos(lowest) ?? 0;
  const to = durationNanos(highest) ?? Infinity;
  const first = answer.rows.findIndex((row) => row.upToNanos > from);
  const rows = answer.rows.slice(Math.max(first, 0)).filter((row) => row.aboveNanos < to);
  if (first < 0 || rows.length === answer.rows.length) {
    return answer;
  }
  const { column, row, count, errors } = answer.cells;
  const kept = row.flatMap((r, i) => (r >= first && r < first + rows.length ? [i] : []));
  return {
    ...answer,
    rows,
    cells: {
      column: kept.map((i) => column[i]),
      row: kept.map((i) => row[i] - first),
      count: kept.map((i) => count[i]),
      errors: kept.map((i) => errors[i]),
    },
  };
}
