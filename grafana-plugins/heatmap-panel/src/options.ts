import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { ColourBy, CountScale } from '@hotspan/heatmap';

/** What a finished box on the panel does. */
export type SelectionAction = 'bubbles' | 'zoom';

export interface Options {
  colourBy: ColourBy;
  countScale: CountScale;
  markErrors: boolean;
  showLegend: boolean;
  /** Bounds of the latency axis as durations, `10ms`; empty for those of the data. */
  lowestLatency: string;
  highestLatency: string;
  selection: SelectionAction;
}

export const defaultOptions: Options = {
  colourBy: 'count',
  countScale: 'root',
  markErrors: true,
  showLegend: true,
  lowestLatency: '',
  highestLatency: '',
  selection: 'bubbles',
};

const byCount = ({ colourBy }: Options) => colourBy === 'count';

export function addOptions(builder: PanelOptionsEditorBuilder<Options>) {
  builder
    .addRadio({
      path: 'colourBy',
      name: 'Colour stands for',
      defaultValue: defaultOptions.colourBy,
      settings: {
        options: [
          { value: 'count', label: 'Spans' },
          { value: 'errors', label: 'Share of errors' },
        ],
      },
    })
    .addRadio({
      path: 'countScale',
      name: 'Colour scale',
      description: 'The square root lets rare cells show beside crowded ones.',
      defaultValue: defaultOptions.countScale,
      showIf: byCount,
      settings: {
        options: [
          { value: 'root', label: 'Square root' },
          { value: 'linear', label: 'Linear' },
          { value: 'logarithmic', label: 'Logarithm' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'markErrors',
      name: 'Mark errors',
      description: 'A mark in every cell that holds failed spans.',
      defaultValue: defaultOptions.markErrors,
      showIf: byCount,
    })
    .addBooleanSwitch({ path: 'showLegend', name: 'Legend', defaultValue: defaultOptions.showLegend })
    .addTextInput({
      path: 'lowestLatency',
      name: 'Latency from',
      description: 'Such as 10ms; empty for the fastest span.',
      defaultValue: defaultOptions.lowestLatency,
    })
    .addTextInput({
      path: 'highestLatency',
      name: 'Latency to',
      description: 'Such as 10s; empty for the slowest span.',
      defaultValue: defaultOptions.highestLatency,
    })
    .addRadio({
      path: 'selection',
      name: 'A box',
      description: 'What a drawn box does. A drag with Ctrl or ⌘ always zooms.',
      defaultValue: defaultOptions.selection,
      settings: {
        options: [
          { value: 'bubbles', label: 'Opens Bubbles' },
          { value: 'zoom', label: 'Zooms in time' },
        ],
      },
    });
}
