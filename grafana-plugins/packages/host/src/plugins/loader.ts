import type { GrafanaPlugin, PluginMeta } from '@grafana/data';

interface PluginModule {
  plugin?: GrafanaPlugin | Promise<GrafanaPlugin>;
}

/** Fetches a bundle, once; tests put a plain function here. */
export type ModuleImport = (address: string) => Promise<PluginModule | Promise<PluginModule>>;

/** Loads plugin bundles through SystemJS as Grafana does, each of them once. */
export class PluginLoader {
  private readonly plugins = new Map<string, Promise<GrafanaPlugin>>();

  constructor(private readonly importModule: ModuleImport) {}

  load(meta: PluginMeta): Promise<GrafanaPlugin> {
    const known = this.plugins.get(meta.id);
    if (known) {
      return known;
    }
    const plugin = this.fetch(meta);
    this.plugins.set(meta.id, plugin);
    // A bundle that failed to arrive may arrive at the next try.
    plugin.catch(() => this.plugins.delete(meta.id));
    return plugin;
  }

  private async fetch(meta: PluginMeta): Promise<GrafanaPlugin> {
    const imported = await this.importModule(`/${meta.module}`);
    // A bundle with top-level await exports a promise of its exports.
    const module = await ('default' in imported ? (imported.default as PluginModule) : imported);
    const plugin = await (module.plugin ?? (await imported).plugin);
    if (!plugin) {
      throw new Error(`${meta.module} exports no plugin`);
    }
    plugin.meta = meta;
    return plugin;
  }
}
