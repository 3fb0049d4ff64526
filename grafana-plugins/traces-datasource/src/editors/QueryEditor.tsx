import type { QueryEditorProps as GrafanaEditorProps, SelectableValue } from '@grafana/data';
import { InlineField, InlineFieldRow, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import type { Scope, SpanSort } from '@hotspan/client';
import { FilterInput, suggestionsFrom, useFilterProblem } from '@hotspan/filter';
import { useMemo, useState } from 'react';
import type { TracesDatasource } from '../datasource';
import {
  DEFAULT_LIMIT,
  defaultQuery,
  LARGEST_LIMIT,
  type QueryType,
  type TracesOptions,
  type TracesQuery,
} from '../query/query';
import { lastHour } from '../query/range';
import { rangeOf } from '../query/requests';
import { FieldSelect } from './FieldSelect';

export type QueryEditorProps = GrafanaEditorProps<TracesDatasource, TracesQuery, TracesOptions>;

const TYPES: Array<SelectableValue<QueryType>> = [
  { value: 'heatmap', label: 'Heatmap', description: 'Latency over time' },
  { value: 'spans', label: 'Spans', description: 'A table of spans' },
  { value: 'trace', label: 'Trace', description: 'One whole trace' },
  { value: 'values', label: 'Values', description: 'The values of a field, for variables' },
];
const SCOPES: Array<SelectableValue<Scope>> = [
  { value: 'root', label: 'Root', description: 'Spans without a parent: whole requests' },
  { value: 'entry', label: 'Entry', description: 'Spans that enter a service' },
  { value: 'all', label: 'All', description: 'Every span' },
];
const SORTS: Array<SelectableValue<SpanSort>> = [
  { value: 'slowest', label: 'Slowest' },
  { value: 'newest', label: 'Newest' },
  { value: 'errors', label: 'Errors first' },
];
const LABEL_WIDTH = 10;

export default function QueryEditor({ query: given, datasource, range, onChange, onRunQuery }: QueryEditorProps) {
  const query: TracesQuery = { ...defaultQuery, ...given };
  const { queryType, filter = '', refId } = query;
  const source = useMemo(() => suggestionsFrom(datasource.client, rangeOf(range ?? lastHour())), [datasource, range]);
  // The service knows nothing of variables.
  const meant = datasource.applyTemplateVariables({ refId, filter }, {}).filter ?? '';
  const problem = useFilterProblem(datasource.client, filter, meant);
  const [ran, setRan] = useState(filter);
  const id = (name: string) => `${name}-${refId}`;
  const change = (changes: Partial<TracesQuery>) => onChange({ ...query, ...changes });
  const run = (changes: Partial<TracesQuery>) => {
    change(changes);
    setRan(changes.filter ?? filter);
    onRunQuery();
  };

  return (
    <Stack direction="column" gap={0.5}>
      <InlineFieldRow>
        <InlineField label="Show" labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup options={TYPES} value={queryType} onChange={(value) => run({ queryType: value })} />
        </InlineField>
        {(queryType === 'heatmap' || queryType === 'spans') && (
          <InlineField label="Of spans" labelWidth={LABEL_WIDTH}>
            <RadioButtonGroup options={SCOPES} value={query.scope} onChange={(scope) => run({ scope })} />
          </InlineField>
        )}
        {queryType === 'values' && (
          <InlineField label="Of field" labelWidth={LABEL_WIDTH}>
            <FieldSelect value={query.field} source={source} onChange={(field) => run({ field })} />
          </InlineField>
        )}
      </InlineFieldRow>
      {queryType === 'trace' ? (
        <InlineField label="Trace ID" labelWidth={LABEL_WIDTH} htmlFor={id('trace')} grow>
          <Input
            id={id('trace')}
            value={query.traceId ?? ''}
            placeholder="32 hexadecimal digits"
            onChange={(event) => change({ traceId: event.currentTarget.value })}
            onBlur={onRunQuery}
            onKeyDown={(event) => event.key === 'Enter' && onRunQuery()}
          />
        </InlineField>
      ) : (
        // As the other fields do: whoever leaves it has said what is wanted.
        <div onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && filter !== ran && run({})}>
          <InlineField label="Filter" labelWidth={LABEL_WIDTH} htmlFor={id('filter')} grow>
            <FilterInput
              id={id('filter')}
              aria-label="Filter"
              value={filter}
              source={source}
              problem={problem}
              onChange={(text) => change({ filter: text })}
              onRun={(text) => run({ filter: text })}
            />
          </InlineField>
        </div>
      )}
      {queryType === 'spans' && (
        <InlineFieldRow>
          <InlineField label="Sort" labelWidth={LABEL_WIDTH}>
            <RadioButtonGroup options={SORTS} value={query.sort} onChange={(sort) => run({ sort })} />
          </InlineField>
          <InlineField label="Limit" labelWidth={LABEL_WIDTH} htmlFor={id('limit')}>
            <Input
              id={id('limit')}
              type="number"
              width={10}
              min={1}
              max={LARGEST_LIMIT}
              defaultValue={query.limit ?? DEFAULT_LIMIT}
              onBlur={(event) => run({ limit: event.currentTarget.valueAsNumber || DEFAULT_LIMIT })}
            />
          </InlineField>
        </InlineFieldRow>
      )}
    </Stack>
  );
}
