import { css } from '@emotion/css';
import type { TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { Grid } from './grid';
import { HeatmapTable } from './HeatmapTable';
import { Legend, LEGEND_HEIGHT } from './Legend';
import { paletteOf } from './palette';
import { Plot } from './Plot';
import type { ColourBy, CountScale, HeatmapAnswer, LatencyBox } from './types';
import { useSelection, type TimeSpan } from './useSelection';
import { useWidth } from './useSize';

/** What the page around a heatmap can have it do. */
export interface HeatmapControls {
  /** Focuses the heatmap and begins a box that the keyboard moves. */
  beginBox(): void;
}

export interface HeatmapProps {
  readonly grid: Grid;
  /** Of the whole component in CSS pixels, legend included. */
  readonly height: number;
  /** In CSS pixels; without it the component is as wide as its parent. */
  readonly width?: number;
  readonly timeZone: TimeZone;
  readonly boxes?: readonly LatencyBox[];
  /** Without it nothing can be selected. */
  readonly onBoxesChange?: (boxes: LatencyBox[]) => void;
  /** Called with the stretch of time dragged over while Ctrl or ⌘ is held. */
  readonly onZoom?: (span: TimeSpan) => void;
  /** Called on a double click. */
  readonly onZoomOut?: () => void;
  readonly colourBy?: ColourBy;
  readonly countScale?: CountScale;
  /** Whether cells with failed spans carry a mark, beside their colour. Default true. */
  readonly markErrors?: boolean;
  /** Cells to light: an answer with the same steps that counts only the spans in question. */
  readonly lit?: HeatmapAnswer;
  /** Accessible name. */
  readonly label?: string;
  readonly showLegend?: boolean;
  readonly controls?: Ref<HeatmapControls>;
}

const NO_BOXES: readonly LatencyBox[] = [];
const styles = { figure: css({ margin: 0, position: 'relative', width: '100%' }) };

/** Latency over time: one cell for every step and latency bucket, coloured by how many spans it holds. */
export function Heatmap(props: HeatmapProps) {
  const { height, timeZone, boxes = NO_BOXES, colourBy = 'count', label = 'Latency', showLegend = true } = props;
  const { countScale = 'root', markErrors = true } = props;
  const theme = useTheme2();
  const palette = useMemo(() => paletteOf(theme), [theme]);
  const figure = useRef<HTMLElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(figure, props.width);
  const [table, setTable] = useState(false);
  const [grid, setGrid] = useState(props.grid);
  const selection = useSelection(grid, { boxes, onBoxesChange: props.onBoxesChange, onZoom: props.onZoom });
  // A gesture counts in cells, so a refresh waits until it is over: the box under way is not lost.
  if (grid !== props.grid && selection.gesture.kind === 'idle') {
    setGrid(props.grid);
  }
  const { begin } = selection;
  useImperativeHandle(props.controls, () => ({
    beginBox() {
      plot.current?.focus();
      begin('all');
    },
  }));

  const plotHeight = height - (showLegend ? LEGEND_HEIGHT : 0);
  return (
    <figure ref={figure} className={styles.figure} style={{ height }}>
      {table && <HeatmapTable grid={grid} height={plotHeight} timeZone={timeZone} label={label} />}
      {!table && width > 0 && (
        <Plot
          {...{ grid, width, timeZone, palette, colourBy, countScale, markErrors, boxes, selection, label }}
          height={plotHeight}
          lit={props.lit}
          onBoxesChange={props.onBoxesChange}
          onZoomOut={props.onZoomOut}
          plotRef={plot}
        />
      )}
      {showLegend && (
        <Legend {...{ grid, palette, colourBy, markErrors, table }} onToggleTable={() => setTable((shown) => !shown)} />
      )}
    </figure>
  );
}
