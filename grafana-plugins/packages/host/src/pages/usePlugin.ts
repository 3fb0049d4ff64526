import type { GrafanaPlugin, PluginMeta } from '@grafana/data';
import { useEffect, useState } from 'react';
import { useServices } from '../services/ServicesContext';

interface Loaded<P> {
  plugin?: P;
  error?: Error;
}

/** A plugin's bundle; a new `attempt` tries again after a failure. */
export function usePlugin<P extends GrafanaPlugin>(meta: PluginMeta, attempt = 0): Loaded<P> {
  const { loader } = useServices();
  const [loaded, setLoaded] = useState<Loaded<P>>({});

  useEffect(() => {
    let left = false;
    setLoaded({});
    loader.load(meta).then(
      (plugin) => {
        (plugin as { init?: (meta: PluginMeta) => void }).init?.(meta);
        if (!left) {
          setLoaded({ plugin: plugin as unknown as P });
        }
      },
      (error: Error) => {
        if (!left) {
          setLoaded({ error });
        }
      }
    );
    return () => {
      left = true;
    };
  }, [loader, meta, attempt]);

  return loaded;
}
