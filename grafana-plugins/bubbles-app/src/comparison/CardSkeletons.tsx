import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

const CARDS = 3;
const ROWS = 4;
/** A quick answer never shows them. */
const PATIENCE_MILLIS = 400;

/** Where the first cards will stand. */
export function CardSkeletons() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.grid} aria-hidden>
      {Array.from({ length: CARDS }, (_, card) => (
        <div key={card} className={styles.card}>
          <span className={styles.title} />
          {Array.from({ length: ROWS }, (_, row) => (
            <span key={row} className={styles.row} style={{ width: `${90 - 18 * row}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const block = {
    display: 'block',
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  };
  return {
    grid: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
      gap: theme.spacing(1.5),
      opacity: 0,
      animation: `hotspan-appear 200ms ${PATIENCE_MILLIS}ms forwards`,
      '@keyframes hotspan-appear': { to: { opacity: 1 } },
    }),
    card: css({
      display: 'flex',
      flexDirection: 'column',
      gap: 13,
      marginTop: 26,
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.primary,
    }),
    title: css({ ...block, width: '45%', height: 14 }),
    row: css({ ...block, height: 10 }),
  };
};
