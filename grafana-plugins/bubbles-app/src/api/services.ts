import { getBackendSrv } from '@grafana/runtime';
import {
  createComparisonClient,
  createHeatmapClient,
  createSamplerClient,
  grafanaTransport,
  type ComparisonClient,
  type HeatmapClient,
  type SamplerClient,
} from '@hotspan/client';
import { createContext, useContext } from 'react';

/** The services the page asks. */
export interface Services {
  readonly heatmap: HeatmapClient;
  readonly comparison: ComparisonClient;
  readonly sampler: SamplerClient;
}

/** The services behind Grafana's proxy of this plugin. */
export function grafanaServices(pluginId: string): Services {
  const transport = (route: string) => grafanaTransport(getBackendSrv(), `/api/plugin-proxy/${pluginId}/${route}`);
  return {
    heatmap: createHeatmapClient(transport('heatmap')),
    comparison: createComparisonClient(transport('comparison')),
    sampler: createSamplerClient(transport('sampler')),
  };
}

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) {
    throw new Error('no ServicesProvider around this component');
  }
  return services;
}
