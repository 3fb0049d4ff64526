import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Tooltip, useStyles2 } from '@grafana/ui';
import { certaintyOf } from './certainty';
import { formatCompact, formatCount, formatShare } from './format';
import type { Grid } from './grid';
import type { Palette } from './palette';
import type { ColourBy } from './types';

interface LegendProps {
  readonly grid: Grid;
  readonly palette: Palette;
  readonly colourBy: ColourBy;
  readonly markErrors: boolean;
  readonly table: boolean;
  readonly onToggleTable: () => void;
}

/** Height of the legend, which the canvas leaves free. */
export const LEGEND_HEIGHT = 28;

const STOPS = Array.from({ length: 9 }, (_, i) => i / 8);

/** What the colours and marks mean, how many spans there are, and a way to read them as a table. */
export function Legend({ grid, palette, colourBy, markErrors, table, onToggleTable }: LegendProps) {
  const styles = useStyles2(getStyles);
  const ramp = colourBy === 'count' ? palette.count : palette.errorShare;
  const { count, errors } = grid.totals;
  const { word, sentence } = certaintyOf(grid);
  return (
    <figcaption className={styles.legend}>
      <span className={styles.item}>
        {colourBy === 'count' ? '1' : '0\u00a0%'}
        <span className={styles.ramp} style={{ background: `linear-gradient(90deg, ${STOPS.map(ramp).join(', ')})` }} />
        {colourBy === 'count' ? `${formatCompact(Math.max(1, grid.largestCount))} spans a cell` : '100\u00a0% errors'}
      </span>
      {colourBy === 'count' && markErrors && errors > 0 && (
        <span className={cx(styles.item, styles.marks)}>
          <span className={styles.part} style={{ background: palette.count(0.4), borderColor: palette.error }} />
          some errors
          <span className={styles.most} style={{ background: palette.count(0.4), borderColor: palette.error }} />
          mostly errors
        </span>
      )}
      <span className={styles.totals} data-testid="heatmap-totals">
        {formatCount(count)} spans
        {errors > 0 && ` · ${formatShare(errors / count)} errors`} ·{' '}
        <Tooltip content={sentence}>
          <span tabIndex={0}>{word}</span>
        </Tooltip>
      </span>
      <Button variant="secondary" fill="text" size="sm" icon="table" aria-pressed={table} onClick={onToggleTable}>
        {table ? 'Heatmap' : 'Table'}
      </Button>
    </figcaption>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(3),
    height: LEGEND_HEIGHT,
    paddingLeft: 60,
    paddingRight: 4,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    containerType: 'inline-size',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
  item: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  // The marks explain themselves on hover: in a narrow panel the totals come first.
  marks: css({ '@container (max-width: 640px)': { display: 'none' } }),
  ramp: css({ width: 120, height: 8, borderRadius: 2, '@container (max-width: 640px)': { width: 48 } }),
  part: css({ width: 12, height: 12, borderBottom: '3px solid' }),
  most: css({ width: 12, height: 12, border: '1px solid', borderBottomWidth: 3, marginLeft: theme.spacing(1) }),
  totals: css({ marginLeft: 'auto' }),
});
