import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { ComparedValue } from '@hotspan/client';
import type { AttributeName } from '@hotspan/filter';
import { formatCount, formatShare, selectionColours } from '@hotspan/heatmap';
import { Dropdown, Tooltip, useStyles2 } from '@grafana/ui';
import { formatDifference } from './cards';
import { ValueMenu, type ValueActions } from './ValueMenu';

interface ValueRowProps {
  readonly attribute: AttributeName;
  readonly value: ComparedValue;
  /** Of the interval around the difference, from 0 to 1. */
  readonly confidence: number;
  readonly actions: ValueActions;
  /** Called when the pointer rests on the row, and with undefined when it leaves. */
  readonly onHover: (value?: ComparedValue) => void;
}

/** One value: how common it is among the selected spans, and among those they are compared with. */
export function ValueRow({ attribute, value, confidence, actions, onHover }: ValueRowProps) {
  const styles = useStyles2(getStyles);
  const name = value.value ?? '(absent)';
  return (
    <Dropdown
      overlay={() => <ValueMenu attribute={attribute} value={value.value} actions={actions} />}
      placement="bottom-start"
    >
      <button
        type="button"
        className={styles.row}
        aria-label={`${attribute.key} ${name}: ${formatShare(value.selectedShare)} of the selected, ${formatShare(value.baselineShare)} of the others`}
        onPointerEnter={() => onHover(value)}
        onPointerLeave={() => onHover()}
        onFocus={() => onHover(value)}
        onBlur={() => onHover()}
      >
        <Tooltip content={<Numbers value={value} confidence={confidence} />} placement="left">
          <span className={styles.grid}>
            <span className={value.value === null ? styles.absent : styles.name} title={name}>
              {name}
            </span>
            <span className={styles.track}>
              <span className={styles.selected} style={{ width: width(value.selectedShare) }} />
              <span className={styles.baseline} style={{ width: width(value.baselineShare) }} />
            </span>
            <span className={styles.share}>{formatShare(value.selectedShare)}</span>
            <span className={cx(styles.share, styles.others)}>{formatShare(value.baselineShare)}</span>
          </span>
        </Tooltip>
      </button>
    </Dropdown>
  );
}

/** A share that is there at all can be seen. */
function width(share: number): string {
  return share > 0 ? `max(2px, ${Math.min(1, share) * 100}%)` : '0';
}

function Numbers({ value, confidence }: { value: ComparedValue; confidence: number }) {
  return (
    <>
      <div>
        Selected: {formatShare(value.selectedShare)} ({formatCount(value.selected)} spans)
      </div>
      <div>
        Baseline: {formatShare(value.baselineShare)} ({formatCount(value.baseline)} spans)
      </div>
      <div>
        {formatDifference(value.difference)}, between {formatDifference(value.low)} and {formatDifference(value.high)}{' '}
        with {formatShare(confidence)} confidence
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const { selected, baseline } = selectionColours(theme);
  const bar = { display: 'block', height: 5, borderRadius: 1 };
  return {
    row: css({
      display: 'block',
      width: '100%',
      padding: theme.spacing(0.25, 1.5),
      border: 'none',
      background: 'transparent',
      textAlign: 'left',
      '&:hover': { background: theme.colors.action.hover },
      // Within the card; Grafana's own ring lies outside and would cover the neighbours.
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2, boxShadow: 'none' },
    }),
    grid: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 6fr) minmax(0, 5fr) 48px 48px',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    absent: css({ color: theme.colors.text.secondary, fontStyle: 'italic' }),
    track: css({ display: 'grid', gap: 1, padding: '3px 0', borderLeft: `1px solid ${theme.colors.border.medium}` }),
    selected: css({ ...bar, background: selected }),
    baseline: css({ ...bar, background: baseline }),
    share: css({ textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
    others: css({ color: theme.colors.text.secondary }),
  };
};
