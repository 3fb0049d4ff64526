import { dateTime, type TimeRange } from '@grafana/data';

/** Where a dashboard names no range, completion looks at the last hour. */
export function lastHour(now = dateTime()): TimeRange {
  return { from: dateTime(now).subtract(1, 'hour'), to: now, raw: { from: 'now-1h', to: 'now' } };
}
