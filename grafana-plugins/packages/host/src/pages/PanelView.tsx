import { css, cx } from '@emotion/css';
import {
  EventBusSrv,
  type GrafanaTheme2,
  LoadingState,
  type PanelData,
  type PanelPlugin,
  PluginContextProvider,
  type TimeRange,
} from '@grafana/data';
import { getPluginImportUtils, getTemplateSrv, locationService } from '@grafana/runtime';
import { Button, ErrorBoundaryAlert, PanelChrome, Table, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useMeasure } from './useMeasure';
import { PanelDataErrorView } from './PanelDataErrorView';
import { PanelEditor } from './PanelEditor';
import type { PanelDefinition } from './panels';
import { usePanelData } from './usePanelData';
import { ALL } from './VariableBar';

interface Props {
  panel: PanelDefinition;
  range: TimeRange;
  timeZone: string;
  search: URLSearchParams;
}

/** One panel in Grafana's chrome: its query, its plugin, and both editors in a drawer. */
export function PanelView({ panel, range, timeZone, search }: Props) {
  const styles = useStyles2(getStyles);
  const [query, setQuery] = useState(panel.query);
  const [options, setOptions] = useState(panel.options);
  const { ref, width } = useMeasure();
  const data = usePanelData(query, range, width, timeZone, search);
  const plugin = usePanelPlugin(panel.type);
  const editing = search.get('editPanel') === String(panel.id);
  const title = getTemplateSrv().replace(panel.title, {}, nameOf);
  const error = data.state === LoadingState.Error ? data.errors?.[0]?.message : undefined;

  return (
    <section ref={ref} className={cx(styles.cell, panel.wide && styles.wide)} aria-label={title}>
      {width > 0 && (
        <PanelChrome
          title={title}
          width={width}
          height={panel.height}
          loadingState={data.state}
          statusMessage={error}
          actions={
            <Button
              size="sm"
              variant="secondary"
              fill="text"
              icon="pen"
              aria-label={`Edit ${title}`}
              onClick={() => locationService.partial({ editPanel: panel.id })}
            />
          }
        >
          {(innerWidth, innerHeight) => (
            <ErrorBoundaryAlert>
              <Body
                {...{ panel, plugin, data, options, range, timeZone, title, setOptions }}
                width={innerWidth}
                height={innerHeight}
              />
            </ErrorBoundaryAlert>
          )}
        </PanelChrome>
      )}
      {editing && (
        <PanelEditor
          {...{ title, query, data, plugin, options, range }}
          onQueryChange={(next) => setQuery({ ...panel.query, ...next })}
          onOptionsChange={setOptions}
          onClose={() => locationService.partial({ editPanel: null })}
        />
      )}
    </section>
  );
}

interface BodyProps {
  panel: PanelDefinition;
  plugin: PanelPlugin | undefined;
  data: PanelData;
  options: Record<string, unknown>;
  setOptions: (options: Record<string, unknown>) => void;
  range: TimeRange;
  timeZone: string;
  title: string;
  width: number;
  height: number;
}

function nameOf(values: string | string[]): string {
  return values === ALL ? 'all services' : [values].flat().join(', ');
}

const eventBus = new EventBusSrv();

function Body({ panel, plugin, data, options, setOptions, range, timeZone, title, width, height }: BodyProps) {
  if (panel.type === 'table') {
    const frame = data.series[0];
    if (frame) {
      return <Table data={frame} width={width} height={height} />;
    }
    return data.state === LoadingState.Error ? (
      <PanelDataErrorView data={data} message={data.errors?.[0]?.message} />
    ) : null;
  }
  const Panel = plugin?.panel;
  if (!plugin || !Panel) {
    return null;
  }
  return (
    <PluginContextProvider meta={plugin.meta}>
      <Panel
        id={panel.id}
        data={data}
        timeRange={range}
        timeZone={timeZone}
        options={{ ...plugin.defaults, ...options }}
        fieldConfig={{ defaults: {}, overrides: [] }}
        transparent={false}
        renderCounter={0}
        title={title}
        eventBus={eventBus}
        width={width}
        height={height}
        onOptionsChange={setOptions}
        onFieldConfigChange={() => undefined}
        replaceVariables={(text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format)}
        onChangeTimeRange={({ from, to }) => locationService.partial({ from: String(from), to: String(to) })}
      />
    </PluginContextProvider>
  );
}

function usePanelPlugin(id: string): PanelPlugin | undefined {
  const [plugin, setPlugin] = useState<PanelPlugin>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (id !== 'table') {
      getPluginImportUtils().importPanelPlugin(id).then(setPlugin, setError);
    }
  }, [id]);
  if (error) {
    throw error;
  }
  return plugin;
}

const getStyles = (_theme: GrafanaTheme2) => ({
  cell: css({ minWidth: 0 }),
  wide: css({ gridColumn: '1 / -1' }),
});
