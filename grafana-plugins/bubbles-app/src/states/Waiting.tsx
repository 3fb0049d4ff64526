import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Progress } from '@hotspan/client';
import { Button, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { progressText } from './progress';

interface WaitingProps {
  readonly what: string;
  readonly progress?: Progress;
  /** How far it is, from 0 to 1, where `what` says the rest. */
  readonly share?: number;
  readonly onCancel?: () => void;
}

const PATIENCE_MILLIS = 400;

/** Says that an answer takes a while, how far it is, and lets it be given up. A quick answer never shows it. */
export function Waiting({ what, progress, share: given, onCancel }: WaitingProps) {
  const styles = useStyles2(getStyles);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  const read = progress && progress.totalRows > 0 ? Math.min(1, progress.readRows / progress.totalRows) : undefined;
  const share = given ?? read;
  return (
    <div className={styles.line} style={{ visibility: late ? 'visible' : 'hidden' }} role="status">
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={what}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
      >
        <span
          className={share === undefined ? styles.unknown : styles.done}
          style={{ width: `${(share ?? 0.3) * 100}%` }}
        />
      </span>
      <span>
        {what}
        {progress && ` · ${progressText(progress)}`}
      </span>
      {onCancel && (
        <Button size="sm" variant="secondary" fill="outline" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 32,
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  }),
  bar: css({
    width: 120,
    height: 4,
    borderRadius: 2,
    overflow: 'hidden',
    background: theme.colors.background.secondary,
  }),
  done: css({
    display: 'block',
    height: '100%',
    background: theme.colors.primary.main,
    [theme.transitions.handleMotion('no-preference')]: { transition: 'width 200ms' },
  }),
  unknown: css({
    display: 'block',
    height: '100%',
    background: theme.colors.primary.main,
    [theme.transitions.handleMotion('no-preference')]: {
      animation: 'hotspan-waiting 1.2s ease-in-out infinite alternate',
      '@keyframes hotspan-waiting': { from: { marginLeft: 0 }, to: { marginLeft: '70%' } },
    },
  }),
});
