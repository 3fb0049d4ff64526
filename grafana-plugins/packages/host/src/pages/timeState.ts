import { dateMath, dateTime, type RawTimeRange, type TimeRange } from '@grafana/data';

/** The time range in an address: `from` and `to` as Grafana writes them (`now-30m`, milliseconds or RFC 3339). */
export function rangeOf(search: URLSearchParams, timeZone: string): TimeRange {
  const raw: RawTimeRange = { from: edge(search.get('from'), 'now-30m'), to: edge(search.get('to'), 'now') };
  const zone = timeZone === 'browser' ? undefined : timeZone;
  const from = dateMath.toDateTime(raw.from, { timezone: zone });
  const to = dateMath.toDateTime(raw.to, { roundUp: true, timezone: zone });
  return from?.isValid() && to?.isValid() && from.isBefore(to) ? { from, to, raw } : fallback();
}

/** What `rangeOf` reads back. */
export function searchOf({ raw }: Pick<TimeRange, 'raw'>): { from: string; to: string } {
  return { from: written(raw.from), to: written(raw.to) };
}

function edge(text: string | null, otherwise: string) {
  if (!text) {
    return otherwise;
  }
  return /^\d+$/.test(text) ? dateTime(Number(text)) : text.startsWith('now') ? text : dateTime(text);
}

function written(value: RawTimeRange['from']): string {
  return typeof value === 'string' ? value : String(value.valueOf());
}

function fallback(): TimeRange {
  return { from: dateTime().subtract(30, 'minutes'), to: dateTime(), raw: { from: 'now-30m', to: 'now' } };
}
