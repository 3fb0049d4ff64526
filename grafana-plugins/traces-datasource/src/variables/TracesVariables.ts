import { DataSourceVariableSupport } from '@grafana/data';
import type { TracesDatasource } from '../datasource';
import type { TracesOptions, TracesQuery } from '../query/query';

/** Query variables: the ordinary query editor, set to the values of a field. */
export class TracesVariables extends DataSourceVariableSupport<TracesDatasource, TracesQuery, TracesOptions> {
  override getDefaultQuery(): Partial<TracesQuery> {
    return { queryType: 'values', field: 'resource.service.name', filter: '' };
  }
}
