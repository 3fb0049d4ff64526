import { DataSourcePlugin } from '@grafana/data';
import { TracesDatasource } from './datasource';
import { LazyConfigEditor, LazyQueryEditor } from './editors/lazy';
import type { TracesOptions, TracesQuery } from './query/query';

export const plugin = new DataSourcePlugin<TracesDatasource, TracesQuery, TracesOptions>(TracesDatasource)
  .setQueryEditor(LazyQueryEditor)
  .setConfigEditor(LazyConfigEditor);
