import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { ConfigEditorProps } from './ConfigEditor';
import type { QueryEditorProps } from './QueryEditor';

// Dashboards load the data source without ever opening an editor.
const QueryEditor = lazy(() => import('./QueryEditor'));
const ConfigEditor = lazy(() => import('./ConfigEditor'));

export function LazyQueryEditor(props: QueryEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="" />}>
      <QueryEditor {...props} />
    </Suspense>
  );
}

export function LazyConfigEditor(props: ConfigEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="" />}>
      <ConfigEditor {...props} />
    </Suspense>
  );
}
