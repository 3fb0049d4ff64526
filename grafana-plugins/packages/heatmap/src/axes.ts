import { dateTimeFormat, dateTimeForTimeZone, type TimeZone } from '@grafana/data';
import { formatNanos } from './format';
import { columnStart } from './grid';
import { millisOf } from './instants';
import type { Palette } from './palette';
import { xOfMillis, yOfLatency, type Scales } from './scales';
import { latencyTicks, timeFormat, timeStep, timeTicks } from './ticks';

/** A label on an axis and where it stands, in CSS pixels. */
export interface Label {
  readonly at: number;
  readonly text: string;
}

/** Labels of the time axis, in the dashboard's time zone. */
export function timeLabels(scales: Scales, timeZone: TimeZone): Label[] {
  const { grid, area } = scales;
  const from = millisOf(columnStart(grid, 0));
  const to = millisOf(columnStart(grid, grid.columns));
  const step = timeStep(from, to, area.width);
  const offset = (millis: number) => dateTimeForTimeZone(timeZone, millis).utcOffset();
  return timeTicks(from, to, area.width, offset).map((tick) => ({
    at: xOfMillis(scales, tick.millis),
    text: dateTimeFormat(tick.millis, { timeZone, format: timeFormat(tick, step) }),
  }));
}

/** Labels of the latency axis. */
export function latencyLabels(scales: Scales): Label[] {
  return latencyTicks(scales.grid.rows, scales.area.height).map((nanos) => ({
    at: yOfLatency(scales, nanos),
    text: formatNanos(nanos),
  }));
}

/** Paints grid lines and labels; the lines lie under the cells, so this comes first. */
export function paintAxes(ctx: CanvasRenderingContext2D, scales: Scales, palette: Palette, timeZone: TimeZone): void {
  const { left, top, width, height } = scales.area;
  ctx.font = palette.font;
  ctx.strokeStyle = palette.grid;
  ctx.fillStyle = palette.text;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const { at, text } of latencyLabels(scales)) {
    const y = Math.round(at) + 0.5;
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.fillText(text, left - 8, y);
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  for (const { at, text } of timeLabels(scales, timeZone)) {
    const x = Math.round(at) + 0.5;
    ctx.moveTo(x, top);
    ctx.lineTo(x, top + height + 4);
    const half = ctx.measureText(text).width / 2;
    ctx.fillText(text, Math.min(left + width - half, Math.max(left + half, x)), top + height + 8);
  }
  ctx.stroke();
}
