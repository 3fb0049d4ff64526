export { boxKey, boxOf, cellRangeOf, sumBox } from './boxes';
export {
  formatCompact,
  formatCount,
  formatLatencyRange,
  formatNanos,
  formatNanosInColumn,
  formatShare,
} from './format';
export { gridOf, type Grid } from './grid';
export { Heatmap, type HeatmapControls, type HeatmapProps } from './Heatmap';
export { formatInstant, millisOf, nanosOfMillis, parseInstant } from './instants';
export { selectionColours } from './palette';
export { latencyTicks } from './ticks';
export type { ColourBy, CountScale, HeatmapAnswer, LatencyBox, LatencyRow, Tally } from './types';
export type { TimeSpan } from './useSelection';
export { useWidth } from './useSize';
