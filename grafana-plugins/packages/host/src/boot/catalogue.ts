import type {
  AppPluginMeta,
  DataSourceInstanceSettings,
  DataSourcePluginMeta,
  PanelPluginMeta,
  PluginInclude,
} from '@grafana/data';

/** One entry of `GET /api/plugins`: the plugin's `plugin.json` and where its bundle lies. */
export interface PluginEntry {
  id: string;
  type: 'app' | 'panel' | 'datasource';
  name: string;
  module: string;
  info: { version: string; description?: string; logos: { small: string; large: string } };
  includes?: Array<Partial<PluginInclude>>;
  jsonData?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The plugins this page hosts, in the shapes Grafana hands to plugins. */
export interface Catalogue {
  apps: AppPluginMeta[];
  panels: PanelPluginMeta[];
  datasources: DataSourceInstanceSettings[];
}

export function catalogueOf(entries: PluginEntry[]): Catalogue {
  const metas = (type: PluginEntry['type']) => entries.filter((entry) => entry.type === type).map(metaOf);
  return {
    apps: metas('app') as unknown as AppPluginMeta[],
    panels: metas('panel') as unknown as PanelPluginMeta[],
    datasources: metas('datasource').map((meta) => instanceOf(meta as unknown as DataSourcePluginMeta)),
  };
}

function metaOf(entry: PluginEntry) {
  const baseUrl = entry.module.replace(/\/module\.js$/, '');
  const logo = (path: string) => `/${baseUrl}/${path}`;
  return {
    ...entry,
    baseUrl,
    enabled: true,
    pinned: true,
    signature: 'internal',
    loadingStrategy: 'script',
    jsonData: entry.jsonData ?? {},
    info: {
      ...entry.info,
      logos: { small: logo(entry.info.logos.small), large: logo(entry.info.logos.large) },
    },
  };
}

/** One ready-made instance of each data source: its uid is its plugin's id without the type. */
function instanceOf(meta: DataSourcePluginMeta): DataSourceInstanceSettings {
  const uid = meta.id.replace(/-datasource$/, '');
  return {
    id: 1,
    uid,
    type: meta.id,
    name: meta.name,
    meta,
    readOnly: true,
    access: 'proxy',
    url: `/api/datasources/proxy/uid/${uid}`,
    jsonData: (meta as unknown as PluginEntry).jsonData ?? {},
    isDefault: true,
  };
}
