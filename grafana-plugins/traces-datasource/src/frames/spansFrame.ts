import { createDataFrame, type DataFrame, type DataLink, type FieldConfig, FieldType } from '@grafana/data';
import type { Spans } from '@hotspan/client';
import type { TracesQuery } from '../query/query';

/** Which data source a link into a trace asks. */
export interface Source {
  uid: string;
  name: string;
}

/** Spans as a table; a click on a trace id opens the whole trace. */
export function spansFrame({ spans, total, capped }: Spans, refId: string, source: Source): DataFrame {
  return createDataFrame({
    refId,
    name: 'Spans',
    meta: {
      preferredVisualisationType: 'table',
      notices: capped ? [{ severity: 'warning', text: `At least ${total.toLocaleString('en-US')} spans match.` }] : [],
    },
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: wide(190),
        values: spans.map((span) => Date.parse(span.timestamp)),
      },
      {
        name: 'Trace ID',
        type: FieldType.string,
        config: { links: [traceLink(refId, source)], ...wide(150) },
        values: spans.map((span) => span.traceId),
      },
      { name: 'Service', type: FieldType.string, values: spans.map((span) => span.service) },
      { name: 'Name', type: FieldType.string, values: spans.map((span) => span.name) },
      {
        name: 'Duration',
        type: FieldType.number,
        config: { unit: 'ns', ...wide(100) },
        values: spans.map((span) => span.durationNanos),
      },
      { name: 'Status', type: FieldType.string, config: wide(90), values: spans.map((span) => span.status) },
      { name: 'Kind', type: FieldType.string, config: wide(100), values: spans.map((span) => span.kind) },
      {
        name: 'Spans in trace',
        type: FieldType.number,
        config: wide(120),
        values: spans.map((span) => span.traceSpanCount),
      },
    ],
  });
}

/** A column no wider than it needs, which leaves the room to service and name. */
function wide(width: number): FieldConfig {
  return { custom: { width } };
}

function traceLink(refId: string, { uid, name }: Source): DataLink<TracesQuery> {
  return {
    title: 'Open trace',
    url: '',
    internal: {
      datasourceUid: uid,
      datasourceName: name,
      query: { refId, queryType: 'trace', traceId: '${__value.raw}' },
    },
  };
}
