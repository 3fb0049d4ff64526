import {
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourcePlugin,
  PluginContextProvider,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, type AlertVariant, Button, LoadingPlaceholder } from '@grafana/ui';
import { type ComponentType, useState } from 'react';
import { useParams } from 'react-router-dom-v5-compat';
import { useServices } from '../services/ServicesContext';
import { NotFound } from './NotFound';
import { PluginPage } from './PluginPage';
import { usePlugin } from './usePlugin';

/** The settings page of a data source, and its "Save & test" without the save: this page keeps no settings. */
export function DataSourcePage() {
  const { uid } = useParams();
  const settings = useServices().catalogue.datasources.find((one) => one.uid === uid);
  return settings ? <Editor key={uid} settings={settings} /> : <NotFound />;
}

function Editor({ settings }: { settings: DataSourceInstanceSettings }) {
  const { plugin, error } = usePlugin<DataSourcePlugin<DataSourceApi>>(settings.meta);
  const [options, setOptions] = useState<Record<string, unknown>>({ ...settings, secureJsonFields: {} });
  if (error) {
    return <Alert title={`${settings.name} could not be loaded`}>{error.message}</Alert>;
  }
  if (!plugin) {
    return <LoadingPlaceholder text={`Loading ${settings.name}…`} />;
  }
  const ConfigEditor = plugin.components.ConfigEditor as ComponentType<Record<string, unknown>> | undefined;
  return (
    <PluginPage pageNav={{ text: settings.name }} subTitle={settings.meta.info.description}>
      <PluginContextProvider meta={settings.meta}>
        {ConfigEditor && <ConfigEditor options={options} onOptionsChange={setOptions} />}
      </PluginContextProvider>
      <HealthCheck uid={settings.uid} />
    </PluginPage>
  );
}

function HealthCheck({ uid }: { uid: string }) {
  const [result, setResult] = useState<{ status: string; message: string }>();
  const [running, setRunning] = useState(false);
  const test = async () => {
    setRunning(true);
    setResult(undefined);
    try {
      const datasource = await getDataSourceSrv().get(uid);
      setResult(await datasource.testDatasource());
    } catch (error) {
      setResult({ status: 'error', message: error instanceof Error ? error.message : String(error) });
    }
    setRunning(false);
  };
  return (
    <div>
      {result && <Alert severity={result.status as AlertVariant} title={result.message} />}
      <Button onClick={() => void test()} disabled={running}>
        {running ? 'Testing…' : 'Test'}
      </Button>
    </div>
  );
}
