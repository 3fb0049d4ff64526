import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { formatCompact, selectionColours } from '@hotspan/heatmap';
import { AxisPlacement, DrawStyle, ScaleDirection, ScaleOrientation, UPlotConfigBuilder } from '@grafana/ui';

interface ChartOptions {
  readonly theme: GrafanaTheme2;
  readonly timeZone: TimeZone;
  /** Ends of the time axis, milliseconds since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  /** Called with the step under the pointer, and with `null` when it leaves. */
  readonly onHover: (step: number | null) => void;
}

const COUNT = 'count';

/** Two areas over time: all traces in grey, the kept ones before them in the colour of what is in question. */
export function chartConfigOf({ theme, timeZone, from, to, onHover }: ChartOptions): UPlotConfigBuilder {
  const builder = new UPlotConfigBuilder(timeZone);
  builder.addScale({
    scaleKey: 'x',
    isTime: true,
    orientation: ScaleOrientation.Horizontal,
    direction: ScaleDirection.Right,
    range: () => [from, to],
  });
  builder.addScale({
    scaleKey: COUNT,
    orientation: ScaleOrientation.Vertical,
    direction: ScaleDirection.Up,
    softMin: 0,
  });
  builder.addAxis({ scaleKey: 'x', isTime: true, placement: AxisPlacement.Bottom, theme, timeZone });
  builder.addAxis({
    scaleKey: COUNT,
    placement: AxisPlacement.Left,
    theme,
    formatValue: (count: number) => formatCompact(count),
  });
  const { selected, baseline } = selectionColours(theme);
  for (const colour of [baseline, selected]) {
    builder.addSeries({
      scaleKey: COUNT,
      theme,
      drawStyle: DrawStyle.Line,
      lineColor: colour,
      lineWidth: 1,
      fillColor: colour,
      fillOpacity: 40,
      showPoints: undefined,
      pointSize: 4,
      pxAlign: true,
    });
  }
  builder.setCursor({ y: false, drag: { x: false, y: false } });
  builder.addHook('setCursor', ({ cursor }) => onHover(cursor.idx ?? null));
  return builder;
}
