import { css } from '@emotion/css';
import { rangeUtil, type GrafanaTheme2, type TimeRange, type TimeZone } from '@grafana/data';
import { IconButton, RefreshPicker, TimeRangePicker, useStyles2 } from '@grafana/ui';
import { moved, rawOf, zoomedOut } from '../state/range';
import { ShareButton } from './ShareButton';

interface ToolbarProps {
  readonly title: string;
  readonly range: TimeRange;
  readonly timeZone: TimeZone;
  readonly refresh: string;
  readonly loading: boolean;
  readonly onRangeChange: (range: { from: string; to: string }) => void;
  readonly onTimeZoneChange: (timeZone: TimeZone) => void;
  readonly onRefreshChange: (refresh: string) => void;
  readonly onRefresh: () => void;
  readonly onHelp?: () => void;
}

const INTERVALS = ['5s', '10s', '30s', '1m', '5m'];

/** The page's name, and when it looks at. */
export function Toolbar(props: ToolbarProps) {
  const { title, range, timeZone, onRangeChange, onHelp } = props;
  const styles = useStyles2(getStyles);
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <TimeRangePicker
        value={range}
        timeZone={timeZone}
        onChange={(next) => onRangeChange(rawOf(next))}
        onChangeTimeZone={props.onTimeZoneChange}
        onMoveBackward={() => onRangeChange(moved(range, -1))}
        onMoveForward={() => onRangeChange(moved(range, 1))}
        onZoom={() => onRangeChange(zoomedOut(range))}
        isOnCanvas
      />
      <RefreshPicker
        value={props.refresh}
        intervals={INTERVALS}
        isLoading={props.loading}
        onIntervalChanged={props.onRefreshChange}
        onRefresh={props.onRefresh}
        isOnCanvas
      />
      <ShareButton range={range} />
      {onHelp && <IconButton name="question-circle" size="lg" tooltip="Keyboard and mouse (?)" onClick={onHelp} />}
    </header>
  );
}

/** The range in words, for sentences: "the last 30 minutes". */
export function rangeText(range: TimeRange): string {
  const text = rangeUtil.describeTimeRange(range.raw);
  return /^Last /.test(text) ? `the ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: theme.spacing(1) }),
  title: css({ margin: 0, marginRight: 'auto', fontSize: theme.typography.h3.fontSize }),
});
