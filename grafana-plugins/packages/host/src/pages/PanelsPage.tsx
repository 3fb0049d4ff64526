import { css } from '@emotion/css';
import { type GrafanaTheme2, rangeUtil, type TimeRange } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { RefreshPicker, TimeRangePicker, useStyles2 } from '@grafana/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom-v5-compat';
import { useAppearance } from '../frame/ThemeSwitch';
import { PanelView } from './PanelView';
import { defaultPanels } from './panels';
import { rangeOf, searchOf } from './timeState';
import { VariableBar } from './VariableBar';

const INTERVALS = ['5s', '10s', '30s', '1m', '5m'];

/** A dashboard of this page's own: the heatmap panel fed by the traces data source, to use and test both without Grafana. */
export function PanelsPage() {
  const styles = useStyles2(getStyles);
  const { timeZone, setTimeZone } = useAppearance();
  const location = useLocation();
  const search = useMemo(() => new URLSearchParams(location.search), [location.search]);
  const refresh = search.get('refresh') ?? '';
  const [tick, setTick] = useState(0);
  const range = useMemo(() => {
    void tick; // A refresh moves "now".
    return rangeOf(search, timeZone);
  }, [search, timeZone, tick]);
  const setRange = useCallback((next: TimeRange) => locationService.partial(searchOf(next)), []);
  const absolute = (from: number, to: number) =>
    locationService.partial({ from: String(Math.round(from)), to: String(Math.round(to)) });
  const span = range.to.valueOf() - range.from.valueOf();

  useEffect(() => {
    if (refresh) {
      const timer = setInterval(() => setTick((n) => n + 1), rangeUtil.intervalToMs(refresh));
      return () => clearInterval(timer);
    }
    return undefined;
  }, [refresh]);

  return (
    <div className={styles.page}>
      <div className={styles.controls}>
        <VariableBar range={range} search={search} />
        <TimeRangePicker
          value={range}
          timeZone={timeZone}
          isOnCanvas
          onChange={setRange}
          onChangeTimeZone={setTimeZone}
          onMoveBackward={() => absolute(range.from.valueOf() - span / 2, range.to.valueOf() - span / 2)}
          onMoveForward={() => absolute(range.from.valueOf() + span / 2, range.to.valueOf() + span / 2)}
          onZoom={() => absolute(range.from.valueOf() - span / 2, range.to.valueOf() + span / 2)}
        />
        <RefreshPicker
          isOnCanvas
          value={refresh}
          intervals={INTERVALS}
          onRefresh={() => setTick((n) => n + 1)}
          onIntervalChanged={(interval) => locationService.partial({ refresh: interval || null })}
        />
      </div>
      <div className={styles.grid}>
        {defaultPanels.map((panel) => (
          <PanelView key={panel.id} panel={panel} range={range} timeZone={timeZone} search={search} />
        ))}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ padding: theme.spacing(2), display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  controls: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), justifyContent: 'flex-end' }),
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: theme.spacing(1),
  }),
});
