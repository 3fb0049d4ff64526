import type { DataQueryRequest, TimeRange } from '@grafana/data';
import type { HeatmapRequest, SpansRequest } from '@hotspan/client';
import { DEFAULT_LIMIT, LARGEST_LIMIT, type TracesQuery } from './query';

const CELL_PIXELS = 4;

export function rangeOf(range: TimeRange): { from: string; to: string } {
  return { from: range.from.toISOString(), to: range.to.toISOString() };
}

/** As many columns as can be told apart: one for every four points the panel is wide. */
export function heatmapRequest(
  query: TracesQuery,
  { range, maxDataPoints = 1000 }: Pick<DataQueryRequest, 'range' | 'maxDataPoints'>
): HeatmapRequest {
  const maxColumns = Math.min(Math.max(Math.floor(maxDataPoints / CELL_PIXELS), 10), 300);
  return { ...rangeOf(range), filter: query.filter ?? '', scope: query.scope ?? 'root', maxColumns };
}

export function spansRequest(query: TracesQuery, { range }: Pick<DataQueryRequest, 'range'>): SpansRequest {
  const limit = Math.min(Math.max(Math.round(query.limit ?? DEFAULT_LIMIT), 1), LARGEST_LIMIT);
  return {
    ...rangeOf(range),
    filter: query.filter ?? '',
    scope: query.scope ?? 'root',
    limit,
    sort: query.sort ?? 'slowest',
  };
}
