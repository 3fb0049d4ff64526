import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import { describeRange } from './describe';
import { formatCount, formatShare } from './format';
import type { Grid } from './grid';
import { spanning } from './selection';
import type { Cell, Point } from './types';

interface CellTooltipProps {
  readonly grid: Grid;
  readonly cell: Cell;
  /** Where the pointer is on the screen. */
  readonly pointer: Point;
  readonly timeZone: TimeZone;
}

const OFFSET = { x: 12, y: 12 };

/** What is in one cell: its time, its latency, how many spans, how many of them failed, and how sure that is. */
export function CellTooltip({ grid, cell, pointer, timeZone }: CellTooltipProps) {
  const styles = useStyles2(getStyles);
  const { time, latency, tally } = describeRange(grid, spanning(cell, cell), timeZone);
  return (
    <Portal>
      <VizTooltipContainer position={pointer} offset={OFFSET}>
        <div className={styles.time}>{time}</div>
        <dl className={styles.list}>
          <dt>Latency</dt>
          <dd>{latency}</dd>
          <dt>Spans</dt>
          <dd>
            {formatCount(tally.count)}
            {tally.count > 0 && <span className={styles.note}>{grid.exact ? 'exact' : 'estimated'}</span>}
          </dd>
          {tally.count > 0 && (
            <>
              <dt>Errors</dt>
              <dd>{formatShare(tally.errors / tally.count)}</dd>
            </>
          )}
        </dl>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  time: css({ fontWeight: theme.typography.fontWeightMedium, marginBottom: theme.spacing(0.5) }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: theme.spacing(2),
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    dt: { fontWeight: 'normal', color: theme.colors.text.secondary },
    dd: { margin: 0, textAlign: 'right' },
  }),
  note: css({ marginLeft: theme.spacing(0.75), color: theme.colors.text.secondary }),
});
