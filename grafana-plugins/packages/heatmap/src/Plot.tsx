import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useId, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { paintAxes } from './axes';
import { BoxOverlay } from './BoxOverlay';
import { cellRangeOf } from './boxes';
import { CellTooltip } from './CellTooltip';
import { describeRange, sentenceOf } from './describe';
import { gridLike, type Grid } from './grid';
import { paintCells } from './paint';
import type { Palette } from './palette';
import { rectOf, rectOfBox, scalesOf, type Scales } from './scales';
import { spanning } from './selection';
import type { CellRange, ColourBy, CountScale, HeatmapAnswer, LatencyBox } from './types';
import { usePlotEvents } from './usePlotEvents';
import type { Selection } from './useSelection';
import { usePixelRatio } from './useSize';

interface PlotProps {
  readonly grid: Grid;
  readonly width: number;
  readonly height: number;
  readonly timeZone: TimeZone;
  readonly palette: Palette;
  readonly colourBy: ColourBy;
  readonly countScale: CountScale;
  readonly markErrors: boolean;
  readonly lit?: HeatmapAnswer;
  readonly boxes: readonly LatencyBox[];
  readonly onBoxesChange?: (boxes: LatencyBox[]) => void;
  readonly onZoomOut?: () => void;
  readonly selection: Selection;
  readonly plotRef: RefObject<HTMLDivElement | null>;
  readonly label: string;
}

/** The cells, their axes and the boxes on them. */
export function Plot(props: PlotProps) {
  const { grid, width, height, timeZone, boxes, selection, label, onBoxesChange } = props;
  const { gesture } = selection;
  const styles = useStyles2(getStyles);
  const instructions = useId();
  const scales = useMemo(() => scalesOf(grid, width, height), [grid, width, height]);
  const replaced = gesture.kind === 'idle' || gesture.kind === 'zooming' ? undefined : gesture.target;
  const standing = boxes.map((box, i) => (replaced === 'all' || replaced === i ? undefined : rectOfBox(scales, box)));
  const canvas = useRef<HTMLCanvasElement>(null);
  useCanvas(canvas, scales, props);
  const { hover, cursor, handlers } = usePlotEvents({ ...props, scales, rects: standing });

  const sentence = gesture.kind === 'idle' ? '' : sentenceOf(describeRange(grid, gesture.range, timeZone));
  return (
    <div
      ref={props.plotRef}
      className={styles.plot}
      style={{ height, cursor }}
      tabIndex={0}
      role="application"
      aria-roledescription="heatmap"
      aria-label={label}
      aria-describedby={instructions}
      {...handlers}
    >
      <canvas ref={canvas} className={styles.canvas} style={{ width, height }} aria-hidden />
      {standing.map(
        (rect, i) =>
          rect && (
            <BoxOverlay
              key={i}
              rect={rect}
              width={width}
              number={boxes.length > 1 ? i + 1 : undefined}
              onRemove={onBoxesChange && (() => onBoxesChange(boxes.filter((_, other) => other !== i)))}
            />
          )
      )}
      {gesture.kind !== 'idle' && (
        <BoxOverlay
          rect={rectOf(scales, shownRange(gesture, grid))}
          width={width}
          tag={sentence}
          zoom={gesture.kind === 'zooming'}
        />
      )}
      {gesture.kind === 'keyboard' && (
        <div className={styles.keys} aria-hidden>
          Arrows move, with Shift resize · Enter selects · Esc gives up
        </div>
      )}
      {hover && gesture.kind === 'idle' && (
        <>
          <div className={styles.cell} style={rectOf(scales, spanning(hover.cell, hover.cell))} />
          <CellTooltip grid={grid} cell={hover.cell} pointer={hover.pointer} timeZone={timeZone} />
        </>
      )}
      <span id={instructions} className="sr-only">
        Press B or Enter to begin a box. Arrow keys move it, Shift and arrow keys resize it, Enter selects, Escape
        clears.
      </span>
      <span className="sr-only" role="status">
        {sentence}
      </span>
    </div>
  );
}

function shownRange(gesture: { kind: string; range: CellRange }, grid: Grid): CellRange {
  return gesture.kind === 'zooming' ? { ...gesture.range, row0: 0, row1: grid.rows.length } : gesture.range;
}

function useCanvas(canvas: RefObject<HTMLCanvasElement | null>, scales: Scales, props: PlotProps): void {
  const { grid, width, height, palette, colourBy, countScale, markErrors, lit, boxes, timeZone, selection } = props;
  const { gesture } = selection;
  const ratio = usePixelRatio();
  const selected = useMemo(() => {
    const replaced = gesture.kind === 'idle' || gesture.kind === 'zooming' ? undefined : gesture.target;
    const kept = boxes.filter((box, i) => replaced !== 'all' && replaced !== i && rectOfBox(scales, box));
    const drawn = replaced === undefined || gesture.kind === 'idle' ? [] : [gesture.range];
    return [...kept.map((box) => cellRangeOf(grid, box)), ...drawn];
  }, [grid, scales, boxes, gesture]);

  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d');
    if (!element || !ctx) {
      return;
    }
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintAxes(ctx, scales, palette, timeZone);
    const over = lit && gridLike(grid, lit);
    paintCells(ctx, scales, { palette, colourBy, countScale, markErrors, selected, lit: over });
  }, [canvas, scales, grid, width, height, ratio, palette, colourBy, countScale, markErrors, lit, selected, timeZone]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({
    position: 'relative',
    touchAction: 'none',
    userSelect: 'none',
    borderRadius: theme.shape.radius.default,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
  }),
  canvas: css({ display: 'block' }),
  keys: css({
    position: 'absolute',
    right: theme.spacing(1.5),
    bottom: theme.spacing(4.5),
    padding: theme.spacing(0.25, 0.75),
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
    background: theme.colors.background.elevated,
    boxShadow: theme.shadows.z2,
    pointerEvents: 'none',
  }),
  cell: css({
    position: 'absolute',
    pointerEvents: 'none',
    outline: `1px solid ${theme.colors.text.maxContrast}`,
  }),
});
