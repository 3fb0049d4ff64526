import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { formatCount, formatLatencyRange, formatShare } from './format';
import { columnStart, type Grid } from './grid';
import { millisOf } from './instants';
import { summaryOf } from './summary';
import type { Tally } from './types';

interface HeatmapTableProps {
  readonly grid: Grid;
  readonly height: number;
  readonly timeZone: TimeZone;
  readonly label: string;
}

/** The heatmap for those who cannot see it, or want its numbers. */
export function HeatmapTable({ grid, height, timeZone, label }: HeatmapTableProps) {
  const styles = useStyles2(getStyles);
  const { columns, rows } = summaryOf(grid, 6);
  const time = (column: number) =>
    dateTimeFormat(millisOf(columnStart(grid, column)), { timeZone, format: 'HH:mm:ss' });
  return (
    <div className={styles.scroll} style={{ height }} tabIndex={0} role="region" aria-label={`${label} as a table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Latency</th>
            <th scope="col">All</th>
            {columns.map(([start]) => (
              <th key={start} scope="col">
                from {time(start)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ range, parts, total }) => (
            <tr key={range.row0}>
              <th scope="row">
                {formatLatencyRange(grid.rows[range.row0].aboveNanos, grid.rows[range.row1 - 1].upToNanos)}
              </th>
              <td>{cellText(total)}</td>
              {parts.map((part, i) => (
                <td key={columns[i][0]}>{cellText(part)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellText({ count, errors }: Tally): string {
  if (count === 0) {
    return '–';
  }
  return errors > 0 ? `${formatCount(count)} (${formatShare(errors / count)} errors)` : formatCount(count);
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto' }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'right',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'th:first-child': { textAlign: 'left' },
    thead: { position: 'sticky', top: 0, background: theme.colors.background.primary },
    th: { fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.secondary },
  }),
});
