import { PanelPlugin } from '@grafana/data';
import { HeatmapPanel } from './HeatmapPanel';
import { addOptions, type Options } from './options';

export const plugin = new PanelPlugin<Options>(HeatmapPanel).setPanelOptions(addOptions);
