import { AppPlugin, type AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { css } from '@emotion/css';
import { lazy, Suspense } from 'react';

// Grafana loads this file with every page; the rest only when the app is opened.
const App = lazy(() => import('./App'));

const waiting = css({ display: 'grid', placeContent: 'center', minHeight: '60vh' });

export const plugin = new AppPlugin().setRootPage((props: AppRootProps) => (
  <Suspense fallback={<LoadingPlaceholder text="Loading Bubbles…" className={waiting} />}>
    <App {...props} />
  </Suspense>
));
