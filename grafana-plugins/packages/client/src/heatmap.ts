import { call, stream, withQuery, type CallOptions, type StreamOptions } from './call';
import type { Transport } from './transport';
import type {
  Field,
  FieldsQuery,
  FieldValues,
  FieldValuesQuery,
  Freshness,
  Heatmap,
  HeatmapRequest,
  MatchesRequest,
  Spans,
  SpansRequest,
  Trace,
} from './types';

/** heatmap-service: heatmaps, spans, traces and what completion needs. */
export type HeatmapClient = ReturnType<typeof createHeatmapClient>;

export function createHeatmapClient(transport: Transport) {
  const get = <T>(path: string, options?: CallOptions) => call<T>(transport, { method: 'GET', path }, options);
  return {
    heatmap: (body: HeatmapRequest, options?: StreamOptions) =>
      stream<Heatmap>(transport, { method: 'POST', path: '/api/v1/heatmap', body }, options),
    /** The cells of the spans that also match `highlight`, on the grid of an earlier answer. */
    matches: (body: MatchesRequest, options?: CallOptions) =>
      call<Heatmap>(transport, { method: 'POST', path: '/api/v1/heatmap/matches', body }, options),
    spans: (body: SpansRequest, options?: CallOptions) =>
      call<Spans>(transport, { method: 'POST', path: '/api/v1/spans', body }, options),
    trace: (traceId: string, options?: CallOptions) =>
      get<Trace>(`/api/v1/traces/${encodeURIComponent(traceId)}`, options),
    fields: async (query: FieldsQuery, options?: CallOptions): Promise<Field[]> =>
      (await get<{ fields: Field[] }>(withQuery('/api/v1/fields', { ...query }), options)).fields,
    fieldValues: (query: FieldValuesQuery, options?: CallOptions) =>
      get<FieldValues>(withQuery('/api/v1/fields/values', { ...query }), options),
    /** Resolves when the filter is well formed, else throws a `Problem` that points at the column. */
    parseFilter: (filter: string, options?: CallOptions) =>
      get<{ ok: boolean }>(withQuery('/api/v1/filter/parse', { filter }), options),
    freshness: (options?: CallOptions) => get<Freshness>('/api/v1/freshness', options),
  };
}
