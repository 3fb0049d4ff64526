import { PageLayoutType, type AppRootProps } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense, useMemo } from 'react';
import { grafanaServices, ServicesProvider } from './api/services';
import { BubblesPage } from './page/BubblesPage';

const SamplingPage = lazy(() => import('./sampling/SamplingPage'));

/** The plugin's root: its services, and the page of the address. */
export function App({ meta, path }: AppRootProps) {
  const services = useMemo(() => grafanaServices(meta.id), [meta.id]);
  return (
    <ServicesProvider value={services}>
      <PluginPage layout={PageLayoutType.Custom}>
        {/\/sampling\/?$/.test(path) ? (
          <Suspense fallback={<LoadingPlaceholder text="Loading Sampling…" />}>
            <SamplingPage />
          </Suspense>
        ) : (
          <BubblesPage />
        )}
      </PluginPage>
    </ServicesProvider>
  );
}

export default App;
