import {
  LoadingState,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataSourceApi,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { catchError, from, map, type Observable, of, scan, startWith } from 'rxjs';

/** What Grafana's `runRequest` does: every packet of a data source's answer as the panel data known so far. */
export function runRequest(datasource: DataSourceApi, request: DataQueryRequest): Observable<PanelData> {
  const loading: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request };
  const packets = new Map<string, DataFrame[]>();
  const answer = datasource.query(request);
  return from(answer).pipe(
    scan((_: PanelData, packet) => {
      const frames = packet.data.map((frame) => toDataFrame(frame));
      packets.set(packet.key ?? 'all', frames);
      const errors = packet.errors ?? (packet.error ? [packet.error] : undefined);
      return {
        state: errors ? LoadingState.Error : (packet.state ?? LoadingState.Done),
        series: [...packets.values()].flat(),
        errors,
        error: errors?.[0],
        timeRange: request.range,
        request,
      };
    }, loading),
    map((data) => (data.state === LoadingState.Streaming ? { ...data, state: LoadingState.Loading } : data)),
    catchError((error: unknown) => of(failed(loading, error))),
    startWith(loading)
  );
}

function failed(loading: PanelData, reason: unknown): PanelData {
  const error: DataQueryError = { message: reason instanceof Error ? reason.message : String(reason) };
  return { ...loading, state: LoadingState.Error, errors: [error], error };
}
