import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { selectionColours } from '@hotspan/heatmap';

/** What the tables of the page have in common. */
export const getTableStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.5, 1), textAlign: 'left', verticalAlign: 'middle' },
    th: {
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightRegular,
      whiteSpace: 'nowrap',
    },
    td: { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  number: css({ textAlign: 'right !important' as 'right', whiteSpace: 'nowrap' }),
  quiet: css({ color: theme.colors.text.secondary }),
  code: css({ fontFamily: theme.typography.fontFamilyMonospace, overflowWrap: 'anywhere' }),
  bar: css({
    '& > span': { display: 'block', height: 8, borderRadius: 1, background: selectionColours(theme).selected },
  }),
  greyBar: css({ '& > span': { background: selectionColours(theme).baseline } }),
  stale: css({ opacity: 0.5 }),
});
