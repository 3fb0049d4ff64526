import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { Scope, SpanSort } from '@hotspan/client';

/** heatmap: cells of latency over time; spans: a table; trace: one whole trace; values: those of one field, for variables. */
export type QueryType = 'heatmap' | 'spans' | 'trace' | 'values';

export interface TracesQuery extends DataQuery {
  queryType?: QueryType;
  /** TraceQL, `{ … }`; empty for all spans. */
  filter?: string;
  scope?: Scope;
  /** spans: at most so many. */
  limit?: number;
  sort?: SpanSort;
  /** trace: 32 hex digits. */
  traceId?: string;
  /** values: of which field. */
  field?: string;
}

export interface TracesOptions extends DataSourceJsonData {
  /** Where Grafana's server reaches heatmap-service. */
  heatmapUrl?: string;
}

export const DEFAULT_LIMIT = 50;
export const LARGEST_LIMIT = 1000;

export const defaultQuery: Partial<TracesQuery> = {
  queryType: 'heatmap',
  filter: '',
  scope: 'root',
  limit: DEFAULT_LIMIT,
  sort: 'slowest',
};

/** Whether there is anything to ask yet. */
export function isComplete({ queryType, traceId, field }: TracesQuery): boolean {
  switch (queryType) {
    case 'trace':
      return Boolean(traceId?.trim());
    case 'values':
      return Boolean(field);
    default:
      return true;
  }
}

/** The query in one line, for lists of queries. */
export function displayText({ queryType = 'heatmap', filter, scope, traceId, field }: TracesQuery): string {
  switch (queryType) {
    case 'trace':
      return `Trace ${traceId}`;
    case 'values':
      return `Values of ${field}`;
    default:
      return `${queryType === 'heatmap' ? 'Heatmap' : 'Spans'} of ${scope ?? 'root'} spans ${filter ?? ''}`.trim();
  }
}
