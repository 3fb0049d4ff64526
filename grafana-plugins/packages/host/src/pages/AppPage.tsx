import { css } from '@emotion/css';
import { type AppPlugin, type AppPluginMeta, PluginContextProvider } from '@grafana/data';
import { locationSearchToObject } from '@grafana/runtime';
import { Alert, Button, LoadingPlaceholder } from '@grafana/ui';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { useServices } from '../services/ServicesContext';
import { NotFound } from './NotFound';
import { usePlugin } from './usePlugin';

/** `/a/<plugin id>/*`: the root page of an app plugin. */
export function AppPage() {
  const { id } = useParams();
  const meta = useServices().catalogue.apps.find((app) => app.id === id);
  return meta ? <LoadedApp key={meta.id} meta={meta} /> : <NotFound />;
}

const waiting = css({ display: 'grid', placeContent: 'center', minHeight: '60vh' });

function LoadedApp({ meta }: { meta: AppPluginMeta }) {
  const [attempt, setAttempt] = useState(0);
  const { plugin, error } = usePlugin<AppPlugin>(meta, attempt);
  const location = useLocation();
  if (error) {
    return (
      <Alert
        title={`${meta.name} could not be loaded`}
        action={<Button onClick={() => setAttempt(attempt + 1)}>Retry</Button>}
      >
        {error.message}
      </Alert>
    );
  }
  const Root = plugin?.root;
  if (!Root) {
    return <LoadingPlaceholder text={`Loading ${meta.name}…`} className={waiting} />;
  }
  return (
    <PluginContextProvider meta={meta}>
      <Root
        meta={meta}
        basename={`/a/${meta.id}`}
        onNavChanged={() => undefined}
        query={locationSearchToObject(location.search)}
        path={location.pathname}
      />
    </PluginContextProvider>
  );
}
