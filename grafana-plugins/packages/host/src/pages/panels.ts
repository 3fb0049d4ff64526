import type { DataQuery } from '@grafana/schema';

export interface PanelDefinition {
  id: number;
  title: string;
  height: number;
  /** A plugin's id, or `table` for a plain table of the first frame. */
  type: string;
  wide?: boolean;
  options: Record<string, unknown>;
  query: DataQuery & Record<string, unknown>;
}

const service = '{ resource.service.name =~ "$service" }';

export const defaultPanels: PanelDefinition[] = [
  {
    id: 1,
    title: 'Latency of all requests',
    type: 'hotspan-heatmap-panel',
    height: 320,
    options: {},
    query: { refId: 'A', queryType: 'heatmap', scope: 'root', filter: '' },
  },
  {
    id: 2,
    title: 'Share of errors: $service',
    type: 'hotspan-heatmap-panel',
    height: 320,
    options: { colourBy: 'errors' },
    query: { refId: 'A', queryType: 'heatmap', scope: 'entry', filter: service },
  },
  {
    id: 3,
    title: 'Slowest spans: $service',
    type: 'table',
    height: 360,
    wide: true,
    options: {},
    query: { refId: 'A', queryType: 'spans', scope: 'entry', filter: service, limit: 50, sort: 'slowest' },
  },
];
