import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { formatCount, formatNanos } from '@hotspan/heatmap';
import { Icon, useStyles2 } from '@grafana/ui';
import type { Stretch } from './criticalPath';
import type { Node } from './tree';

export const ROW_HEIGHT = 28;
export const LABEL_WIDTH = 'min(420px, 40%)';

interface WaterfallRowProps {
  readonly id: string;
  readonly node: Node;
  readonly index: number;
  readonly traceNanos: number;
  readonly colour: string;
  readonly critical?: readonly Stretch[];
  readonly folded: boolean;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly onToggle: (spanId: string, fold: boolean) => void;
  readonly onSelect: (spanId: string) => void;
}

/** Deeper than this the names would have no room left. */
const DEEPEST_INDENT = 16;

/** One span: its name, and its bar with the part of it that set the trace's duration. */
export function WaterfallRow(props: WaterfallRowProps) {
  const { node, index, traceNanos, colour, critical, folded } = props;
  const { span, depth, startNanos, failed, children, descendants } = node;
  const styles = useStyles2(getStyles);
  const percent = (nanos: number) => `${(nanos / traceNanos) * 100}%`;
  const end = (startNanos + span.durationNanos) / traceNanos;
  return (
    <div
      id={props.id}
      role="row"
      aria-level={depth + 1}
      aria-rowindex={index + 1}
      aria-expanded={children.length > 0 ? !folded : undefined}
      aria-selected={props.selected}
      className={cx(styles.row, props.focused && styles.focused, props.selected && styles.selected)}
      style={{ top: index * ROW_HEIGHT }}
      onClick={() => props.onSelect(span.spanId)}
    >
      <div role="gridcell" className={styles.label} style={{ paddingLeft: 8 + Math.min(depth, DEEPEST_INDENT) * 12 }}>
        <span
          className={styles.toggle}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(span.spanId, !folded);
          }}
        >
          {children.length > 0 && <Icon name={folded ? 'angle-right' : 'angle-down'} />}
        </span>
        <span className={styles.stripe} style={{ background: colour }} />
        {(failed || (folded && node.hidesFailure)) && (
          <Icon
            name="exclamation-circle"
            size="sm"
            className={styles.error}
            title={failed ? 'error' : 'an error lies below'}
          />
        )}
        <span className={styles.name} title={`${span.service} ${span.name}`}>
          <span className={styles.service}>{span.service}</span> {span.name}
        </span>
        {folded && <span className={styles.count}>+{formatCount(descendants)}</span>}
      </div>
      <div role="gridcell" className={styles.timeline}>
        <span
          className={cx(styles.bar, failed && styles.failed)}
          style={{ left: percent(startNanos), width: percent(span.durationNanos), background: colour }}
        />
        {critical?.map((stretch) => (
          <span
            key={stretch.fromNanos}
            className={styles.critical}
            style={{ left: percent(stretch.fromNanos), width: percent(stretch.toNanos - stretch.fromNanos) }}
          />
        ))}
        <span
          className={styles.duration}
          style={end > 0.85 ? { right: `${(1 - startNanos / traceNanos) * 100}%` } : { left: `${end * 100}%` }}
        >
          {formatNanos(span.durationNanos)}
        </span>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    left: 0,
    right: 0,
    height: ROW_HEIGHT,
    display: 'flex',
    alignItems: 'center',
    cursor: 'pointer',
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover': { background: theme.colors.action.hover },
  }),
  focused: css({
    '[role="treegrid"]:focus-visible > div > &': {
      outline: `1px solid ${theme.colors.primary.main}`,
      outlineOffset: -1,
    },
  }),
  selected: css({ background: theme.colors.action.selected }),
  label: css({
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    width: LABEL_WIDTH,
    gap: theme.spacing(0.5),
    paddingRight: theme.spacing(1),
    overflow: 'hidden',
  }),
  toggle: css({ flexShrink: 0, width: 18, color: theme.colors.text.secondary }),
  stripe: css({ flexShrink: 0, width: 4, height: 16, borderRadius: 1 }),
  error: css({ flexShrink: 0, color: theme.colors.error.text }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  service: css({ color: theme.colors.text.secondary, marginRight: theme.spacing(0.5) }),
  count: css({ flexShrink: 0, color: theme.colors.text.secondary }),
  timeline: css({ position: 'relative', flex: 1, height: '100%', marginRight: theme.spacing(2) }),
  bar: css({ position: 'absolute', top: 8, height: 12, minWidth: 2, borderRadius: 1, opacity: 0.8 }),
  failed: css({ boxShadow: `0 0 0 1px ${theme.colors.background.primary}, 0 0 0 2.5px ${theme.colors.error.text}` }),
  critical: css({
    position: 'absolute',
    top: 13,
    height: 2,
    minWidth: 1,
    background: theme.colors.text.maxContrast,
  }),
  duration: css({
    position: 'absolute',
    top: 5,
    padding: theme.spacing(0, 0.75),
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    pointerEvents: 'none',
  }),
});
