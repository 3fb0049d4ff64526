import { AppPlugin, type AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';

// Grafana loads this file with every page; the rest only when the app is opened.
const App = lazy(() => import('./App'));

export const plugin = new AppPlugin().setRootPage((props: AppRootProps) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <App {...props} />
  </Suspense>
));
