import {
  applyFieldOverrides,
  CoreApp,
  type DataLinkPostProcessor,
  type DataQueryRequest,
  LoadingState,
  type PanelData,
  rangeUtil,
  type TimeRange,
} from '@grafana/data';
import { getDataSourceSrv, getRunRequest, getTemplateSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { from, switchMap } from 'rxjs';

let requests = 0;

/** There is no Explore here: a link into a trace opens it in Bubbles. */
const toTracePage: DataLinkPostProcessor = ({ link, linkModel, dataLinkScopedVars }) => {
  const { field, rowIndex } = dataLinkScopedVars.__dataContext?.value ?? {};
  const trace: unknown = field?.values[rowIndex ?? 0];
  return link.internal && typeof trace === 'string'
    ? {
        ...linkModel,
        title: link.title,
        href: `/a/hotspan-bubbles-app?trace=${encodeURIComponent(trace)}`,
        onClick: undefined,
      }
    : linkModel;
};

/** Runs a query whenever it, the range or a variable changes; the last data stay on show while the next load. */
export function usePanelData(
  query: DataQuery,
  range: TimeRange,
  width: number,
  timeZone: string,
  search: URLSearchParams
): PanelData {
  const [data, setData] = useState<PanelData>({ state: LoadingState.NotStarted, series: [], timeRange: range });
  const variables = variablesOf(search);
  const points = Math.max(100, Math.round(width / 100) * 100);

  useEffect(() => {
    const interval = rangeUtil.calculateInterval(range, points);
    const request: DataQueryRequest = {
      requestId: `panels-${requests++}`,
      app: CoreApp.Dashboard,
      range,
      rangeRaw: range.raw,
      interval: interval.interval,
      intervalMs: interval.intervalMs,
      maxDataPoints: points,
      scopedVars: {},
      targets: [query],
      timezone: timeZone,
      startTime: Date.now(),
    };
    const subscription = from(getDataSourceSrv().get(query.datasource ?? null))
      .pipe(switchMap((datasource) => getRunRequest()(datasource, request)))
      .subscribe({
        next: (next) =>
          setData((last) =>
            next.state === LoadingState.Loading && next.series.length === 0 ? { ...next, series: last.series } : next
          ),
        error: (error: Error) =>
          setData({ state: LoadingState.Error, series: [], timeRange: range, errors: [{ message: error.message }] }),
      });
    return () => subscription.unsubscribe();
  }, [query, range, points, timeZone, variables]);

  // Units, links and the like become functions of each field, as they do in a dashboard.
  const theme = useTheme2();
  const series = useMemo(
    () =>
      applyFieldOverrides({
        data: data.series,
        fieldConfig: { defaults: {}, overrides: [] },
        replaceVariables: (text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format),
        theme,
        timeZone,
        dataLinkPostProcessor: toTracePage,
      }),
    [data.series, theme, timeZone]
  );
  return useMemo(() => ({ ...data, series }), [data, series]);
}

/** The part of an address that variables make up, as one comparable string. */
function variablesOf(search: URLSearchParams): string {
  return [...search].filter(([name]) => name.startsWith('var-')).join('&');
}
