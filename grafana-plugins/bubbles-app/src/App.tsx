import { PageLayoutType, type AppRootProps } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { useMemo } from 'react';
import { grafanaServices, ServicesProvider } from './api/services';
import { BubblesPage } from './page/BubblesPage';

/** The plugin's root: its services, and its page. */
export function App({ meta }: AppRootProps) {
  const services = useMemo(() => grafanaServices(meta.id), [meta.id]);
  return (
    <ServicesProvider value={services}>
      <PluginPage layout={PageLayoutType.Custom}>
        <BubblesPage />
      </PluginPage>
    </ServicesProvider>
  );
}

export default App;
