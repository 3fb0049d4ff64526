import {
  type AdHocVariableFilter,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  DataSourceApi,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  dateTimeFormatTimeAgo,
  LoadingState,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
} from '@grafana/data';
import { getBackendSrv, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { createHeatmapClient, grafanaTransport, type HeatmapClient } from '@hotspan/client';
import { braced } from '@hotspan/filter';
import { Observable } from 'rxjs';
import { heatmapFrame } from './frames/heatmapFrame';
import { spansFrame } from './frames/spansFrame';
import { traceFrame } from './frames/traceFrame';
import { valuesFrame } from './frames/valuesFrame';
import { messageOf, queryError } from './problems';
import { withAdHoc } from './query/adhoc';
import { interpolate } from './query/interpolate';
import { defaultQuery, displayText, isComplete, type TracesOptions, type TracesQuery } from './query/query';
import { heatmapRequest, rangeOf, spansRequest } from './query/requests';
import { lastHour } from './query/range';
import { TracesVariables } from './variables/TracesVariables';

/** Hotspan's heatmap-service as a Grafana data source. */
export class TracesDatasource extends DataSourceApi<TracesQuery, TracesOptions> {
  readonly client: HeatmapClient;

  constructor(
    settings: DataSourceInstanceSettings<TracesOptions>,
    client?: HeatmapClient,
    private readonly templates: TemplateSrv = getTemplateSrv()
  ) {
    super(settings);
    this.client = client ?? createHeatmapClient(grafanaTransport(getBackendSrv(), `${settings.url}/heatmap`));
    this.variables = new TracesVariables();
  }

  /** Each target is asked on its own; leaving ends all of them, in the database as well. */
  override query(request: DataQueryRequest<TracesQuery>): Observable<DataQueryResponse> {
    return new Observable((observer) => {
      const controller = new AbortController();
      const targets = request.targets.filter((query) => this.filterQuery(query));
      const answers = targets.map(async (target) => {
        const { refId } = target;
        try {
          const query = this.applyTemplateVariables(target, request.scopedVars, request.filters);
          observer.next({
            key: refId,
            data: [await this.frame(query, request, controller.signal)],
            state: LoadingState.Done,
          });
        } catch (error) {
          if (!controller.signal.aborted) {
            observer.next({ key: refId, data: [], errors: [queryError(error, refId)], state: LoadingState.Error });
          }
        }
      });
      if (targets.length === 0) {
        observer.next({ data: [], state: LoadingState.Done });
      }
      void Promise.all(answers).then(() => observer.complete());
      return () => controller.abort();
    });
  }

  private async frame(
    query: TracesQuery,
    request: DataQueryRequest<TracesQuery>,
    signal: AbortSignal
  ): Promise<DataFrame> {
    const { refId } = query;
    switch (query.queryType) {
      case 'spans':
        return spansFrame(await this.client.spans(spansRequest(query, request), { signal }), refId, {
          uid: this.uid,
          name: this.name,
        });
      case 'trace':
        return traceFrame(await this.client.trace(query.traceId?.trim().toLowerCase() ?? '', { signal }), refId);
      case 'values':
        return valuesFrame(
          await this.client.fieldValues(
            { ...rangeOf(request.range), field: query.field ?? '', filter: query.filter, limit: 1000 },
            { signal }
          ),
          refId
        );
      default:
        return heatmapFrame(await this.client.heatmap(heatmapRequest(query, request), { signal }), query);
    }
  }

  override getDefaultQuery(): Partial<TracesQuery> {
    return defaultQuery;
  }

  override filterQuery(query: TracesQuery): boolean {
    return !query.hide && isComplete(query);
  }

  override getQueryDisplayText(query: TracesQuery): string {
    return displayText(query);
  }

  applyTemplateVariables(query: TracesQuery, scopedVars: ScopedVars, adHoc?: AdHocVariableFilter[]): TracesQuery {
    const filter = interpolate(query.filter ?? '', (text, format) => this.templates.replace(text, scopedVars, format));
    return {
      ...query,
      filter: withAdHoc(braced(filter), adHoc),
      traceId: query.traceId && this.templates.replace(query.traceId, scopedVars),
      field: query.field && this.templates.replace(query.field, scopedVars),
    };
  }

  override interpolateVariablesInQueries(
    queries: TracesQuery[],
    scopedVars: ScopedVars,
    adHoc?: AdHocVariableFilter[]
  ): TracesQuery[] {
    return queries.map((query) => this.applyTemplateVariables(query, scopedVars, adHoc));
  }

  override async getTagKeys(
    { timeRange }: DataSourceGetTagKeysOptions<TracesQuery> = { filters: [] }
  ): Promise<MetricFindValue[]> {
    const fields = await this.client.fields(rangeOf(timeRange ?? lastHour()));
    return fields.map(({ name }) => ({ text: name, value: name }));
  }

  override async getTagValues({
    key,
    timeRange,
    filters,
  }: DataSourceGetTagValuesOptions<TracesQuery>): Promise<MetricFindValue[]> {
    const others = filters?.filter((filter) => filter.key !== key);
    const { values } = await this.client.fieldValues({
      ...rangeOf(timeRange ?? lastHour()),
      field: key,
      filter: withAdHoc('', others),
      limit: 200,
    });
    return values.map(({ value }) => ({ text: value, value }));
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    try {
      const { newestSpan, spansLastHour } = await this.client.freshness();
      return newestSpan
        ? {
            status: 'success',
            message: `heatmap-service answers. Newest span ${dateTimeFormatTimeAgo(newestSpan)}, ${spansLastHour.toLocaleString('en-US')} in the last hour.`,
          }
        : { status: 'success', message: 'heatmap-service answers. No span has arrived yet.' };
    } catch (error) {
      return { status: 'error', message: messageOf(error) };
    }
  }
}
