import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { partAt, partsOf } from './highlight';

interface FilterTextProps {
  readonly text: string;
  /** The column that is wrong, from 1. */
  readonly wrongAt?: number;
  /** How far the input above is scrolled. */
  readonly scroll: number;
}

/** The filter's text in colours, painted beneath the input that holds it. */
export function FilterText({ text, wrongAt, scroll }: FilterTextProps) {
  const styles = useStyles2(getStyles);
  const parts = partsOf(text);
  const wrong = wrongAt === undefined ? undefined : partAt(parts, wrongAt - 1);
  return (
    <div className={styles.clip} aria-hidden>
      <div className={styles.text} style={{ transform: `translateX(${-scroll}px)` }}>
        {parts.map((part) => (
          <span
            key={part.at}
            className={cx(styles[part.kind === 'text' ? 'quoted' : part.kind], part === wrong && styles.wrong)}
          >
            {part.text}
          </span>
        ))}
        {wrongAt !== undefined && !wrong && <span className={styles.wrong}>{'\u00a0\u00a0'}</span>}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  clip: css({ position: 'absolute', inset: 0, overflow: 'hidden', display: 'flex', alignItems: 'center' }),
  text: css({
    whiteSpace: 'pre',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    letterSpacing: 'normal',
  }),
  field: css({ color: theme.colors.text.primary }),
  operator: css({ color: theme.colors.text.secondary }),
  quoted: css({ color: theme.visualization.getColorByName(theme.isDark ? 'light-green' : 'dark-green') }),
  number: css({ color: theme.visualization.getColorByName(theme.isDark ? 'light-orange' : 'dark-orange') }),
  word: css({ color: theme.visualization.getColorByName(theme.isDark ? 'light-purple' : 'dark-purple') }),
  space: css({}),
  wrong: css({
    textDecoration: `underline wavy ${theme.colors.error.text}`,
    textUnderlineOffset: 3,
    textDecorationSkipInk: 'none',
  }),
});
