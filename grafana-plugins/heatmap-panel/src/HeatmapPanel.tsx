import { LoadingState, type PanelData, type PanelProps } from '@grafana/data';
import { locationService, PanelDataErrorView } from '@grafana/runtime';
import { gridOf, Heatmap, type LatencyBox, millisOf, parseInstant } from '@hotspan/heatmap';
import { useMemo, useState } from 'react';
import { type Drawn, drawnOf } from './answer';
import { bubblesLink } from './bubblesLink';
import { withinLatency } from './latencyRange';
import { defaultOptions, type Options } from './options';

const WRONG_FRAME = 'This panel draws heatmap queries of the Hotspan traces data source.';
const NO_SPANS = 'No spans in this range.';
const NO_MATCH = 'No spans in this range match the filter.';

export function HeatmapPanel(props: PanelProps<Options>) {
  const { id, data, width, height, timeZone, timeRange, title, fieldConfig, onChangeTimeRange } = props;
  const options = { ...defaultOptions, ...props.options };
  const { lowestLatency, highestLatency, selection } = options;
  const [boxes, setBoxes] = useState<readonly LatencyBox[]>([]);
  const drawn = useMemo(() => drawnOf(data.series), [data.series]);
  const grid = useMemo(
    () => drawn && gridOf(withinLatency(drawn.answer, lowestLatency, highestLatency)),
    [drawn, lowestLatency, highestLatency]
  );

  if (!drawn || !grid || drawn.answer.totals.count === 0) {
    // Nothing has been answered yet.
    if (data.series.length === 0 && data.state !== LoadingState.Done && data.state !== LoadingState.Error) {
      return null;
    }
    const message = messageOf(data, drawn);
    return <PanelDataErrorView panelId={id} fieldConfig={fieldConfig} data={data} message={message} />;
  }

  const zoom = (from: number, to: number) => onChangeTimeRange({ from, to });
  const finish = (next: LatencyBox[]) => {
    const [box] = next;
    if (selection === 'zoom' && box) {
      setBoxes([]);
      zoom(millisOf(parseInstant(box.from)), millisOf(parseInstant(box.to)));
      return;
    }
    setBoxes(next);
    if (next.length > 0) {
      locationService.push(bubblesLink(drawn, timeRange, next));
    }
  };

  return (
    <Heatmap
      grid={grid}
      width={width}
      height={height}
      timeZone={timeZone}
      boxes={boxes}
      onBoxesChange={finish}
      onZoom={({ fromMillis, toMillis }) => zoom(fromMillis, toMillis)}
      colourBy={options.colourBy}
      countScale={options.countScale}
      markErrors={options.markErrors}
      showLegend={options.showLegend}
      label={title || 'Latency'}
    />
  );
}

/** Why there is no heatmap. */
function messageOf({ series, state, errors }: PanelData, drawn: Drawn | undefined): string {
  if (series.length === 0 && state === LoadingState.Error) {
    return errors?.[0]?.message ?? 'There was no answer.';
  }
  if (!drawn && series.length > 0) {
    return WRONG_FRAME;
  }
  return drawn?.filter ? NO_MATCH : NO_SPANS;
}
