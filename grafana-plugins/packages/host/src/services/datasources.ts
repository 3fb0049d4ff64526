import {
  DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourcePlugin,
  type DataSourceRef,
} from '@grafana/data';
import type { DataSourceSrv, GetDataSourceListFilters, RuntimeDataSourceRegistration } from '@grafana/runtime';
import type { PluginLoader } from '../plugins/loader';

/** The ready-made data source instances of this page, and those that a plugin registers while it runs. */
export class PageDataSources implements DataSourceSrv {
  private readonly instances = new Map<string, Promise<DataSourceApi>>();
  private readonly registered = new Map<string, DataSourceApi>();

  constructor(
    private readonly settings: DataSourceInstanceSettings[],
    private readonly loader: PluginLoader
  ) {}

  get(ref?: DataSourceRef | string | null): Promise<DataSourceApi> {
    const runtime = this.registered.get(keyOf(ref) ?? '');
    if (runtime) {
      return Promise.resolve(runtime);
    }
    const settings = this.getInstanceSettings(ref);
    if (!settings) {
      return Promise.reject(new Error(`Data source ${keyOf(ref)} was not found`));
    }
    const instance = this.instances.get(settings.uid) ?? this.create(settings);
    this.instances.set(settings.uid, instance);
    return instance;
  }

  getList(filters: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    const { tracing, metrics, logs, pluginId, type, filter } = filters;
    return this.settings.filter(
      (one) =>
        (!tracing || one.meta.tracing) &&
        (!metrics || one.meta.metrics) &&
        (!logs || one.meta.logs) &&
        (!pluginId || one.meta.id === pluginId) &&
        (!type || [type].flat().includes(one.type)) &&
        (!filter || filter(one))
    );
  }

  getInstanceSettings(ref?: DataSourceRef | string | null): DataSourceInstanceSettings | undefined {
    const key = keyOf(ref);
    if (!key || key === 'default') {
      return this.settings.find((one) => one.isDefault);
    }
    return this.settings.find((one) => one.uid === key || one.name === key || one.type === key);
  }

  reload(): Promise<void> {
    this.instances.clear();
    return Promise.resolve();
  }

  registerRuntimeDataSource({ dataSource }: RuntimeDataSourceRegistration) {
    this.registered.set(dataSource.uid, dataSource);
  }

  private async create(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
    const plugin = (await this.loader.load(settings.meta)) as unknown as DataSourcePlugin<DataSourceApi>;
    const datasource = new plugin.DataSourceClass(settings);
    datasource.components = plugin.components;
    datasource.meta = settings.meta;
    return datasource instanceof DataSourceApi ? datasource : Object.assign(datasource, { uid: settings.uid });
  }
}

function keyOf(ref: DataSourceRef | string | null | undefined): string | undefined {
  return typeof ref === 'string' ? ref : (ref?.uid ?? ref?.type ?? undefined);
}
