import {
  type DataSourceApi,
  type PanelData,
  PanelOptionsEditorBuilder,
  type PanelPlugin,
  type TimeRange,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { Drawer, Field, FieldSet } from '@grafana/ui';
import { cloneDeep, get, set } from 'lodash';
import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';

type Options = Record<string, unknown>;

interface Props {
  title: string;
  query: DataQuery;
  data: PanelData;
  plugin: PanelPlugin | undefined;
  options: Options;
  range: TimeRange;
  onQueryChange: (query: DataQuery) => void;
  onOptionsChange: (options: Options) => void;
  onClose: () => void;
}

/** The query editor of the data source and the options of the panel, in a drawer. */
export function PanelEditor({ title, plugin, options, onOptionsChange, onClose, ...queryProps }: Props) {
  return (
    <Drawer title={title} size="md" onClose={onClose}>
      <QuerySection {...queryProps} />
      {plugin && <OptionsSection plugin={plugin} options={options} onChange={onOptionsChange} />}
    </Drawer>
  );
}

function QuerySection({
  query,
  data,
  range,
  onQueryChange,
}: Pick<Props, 'query' | 'data' | 'range' | 'onQueryChange'>) {
  const datasource = useDatasource(query);
  const [draft, setDraft] = useState(query);
  const latest = useRef(query);
  const QueryEditor = datasource?.components?.QueryEditor as ComponentType<Record<string, unknown>> | undefined;
  if (!datasource || !QueryEditor) {
    return null;
  }
  return (
    <FieldSet label="Query">
      <QueryEditor
        datasource={datasource}
        query={draft}
        data={data}
        range={range}
        onChange={(next: DataQuery) => {
          latest.current = next;
          setDraft(next);
        }}
        onRunQuery={() => onQueryChange(latest.current)}
      />
    </FieldSet>
  );
}

function OptionsSection({
  plugin,
  options,
  onChange,
}: {
  plugin: PanelPlugin;
  options: Options;
  onChange: (options: Options) => void;
}) {
  const items = useMemo(() => {
    const builder = new PanelOptionsEditorBuilder();
    plugin.getPanelOptionsSupplier()(builder as never, { data: [] });
    return builder.getItems();
  }, [plugin]);
  const values = { ...plugin.defaults, ...options };
  return (
    <FieldSet label="Options">
      {items
        .filter((item) => item.showIf?.(values, []) ?? true)
        .map((item) => (
          <Field key={item.id} label={item.name} description={item.description} htmlFor={`option-${item.id}`}>
            <item.editor
              id={`option-${item.id}`}
              item={item}
              value={get(values, item.path)}
              context={{ data: [] }}
              onChange={(value: unknown) => onChange(set(cloneDeep(values), item.path, value))}
            />
          </Field>
        ))}
    </FieldSet>
  );
}

function useDatasource(query: DataQuery): DataSourceApi | undefined {
  const [datasource, setDatasource] = useState<DataSourceApi>();
  useEffect(() => {
    void getDataSourceSrv()
      .get(query.datasource ?? null)
      .then(setDatasource);
  }, [query.datasource]);
  return datasource;
}
