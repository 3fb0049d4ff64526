import { DataSourceApi, DataSourcePlugin } from '@grafana/data';

class TracesDatasource extends DataSourceApi {
  override async query() {
    return { data: [] };
  }

  override async testDatasource() {
    return { status: 'success', message: '' };
  }
}

export const plugin = new DataSourcePlugin(TracesDatasource);
