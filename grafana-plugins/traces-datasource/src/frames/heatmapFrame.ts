import { createDataFrame, type DataFrame, DataFrameType, FieldType, type QueryResultMetaNotice } from '@grafana/data';
import type { Heatmap } from '@hotspan/client';
import type { TracesQuery } from '../query/query';

/**
 * A heatmap as sparse `heatmap-cells`, which Grafana's own heatmap panel draws: the end of each cell's time step, both edges of
 * its latency row, and its count. Answer and question ride along in `meta.custom` for Hotspan's panel.
 */
export function heatmapFrame(heatmap: Heatmap, { refId, filter, scope }: TracesQuery): DataFrame {
  const start = Date.parse(heatmap.from);
  const stepMillis = heatmap.stepNanos / 1e6;
  const { column, row, count, errors } = heatmap.cells;
  const latency = { unit: 'ns', custom: { scaleDistribution: { type: 'log', log: 2 } } };
  return createDataFrame({
    refId,
    name: 'Latency',
    meta: {
      type: DataFrameType.HeatmapCells,
      notices: noticesOf(heatmap),
      custom: { heatmap, filter, scope },
    },
    fields: [
      {
        name: 'xMax',
        type: FieldType.time,
        config: { interval: stepMillis },
        values: column.map((c) => start + (c + 1) * stepMillis),
      },
      { name: 'yMin', type: FieldType.number, config: latency, values: row.map((r) => lowerEdge(heatmap.rows[r])) },
      { name: 'yMax', type: FieldType.number, config: latency, values: row.map((r) => heatmap.rows[r].upToNanos) },
      { name: 'count', type: FieldType.number, config: { unit: 'short' }, values: [...count] },
      { name: 'errors', type: FieldType.number, config: { unit: 'short' }, values: [...errors] },
    ],
  });
}

/** A logarithmic axis has no zero: the lowest row gets the width of its neighbours. */
function lowerEdge({ aboveNanos, upToNanos }: Heatmap['rows'][number]): number {
  return aboveNanos > 0 ? aboveNanos : upToNanos / 2 ** 0.25;
}

function noticesOf({ notices }: Heatmap): QueryResultMetaNotice[] {
  return notices.map(({ message }) => ({ severity: 'info', text: message }));
}
