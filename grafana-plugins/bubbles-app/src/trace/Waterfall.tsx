import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { formatNanos } from '@hotspan/heatmap';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { bySpan, criticalPath } from './criticalPath';
import { traceTicks } from './ticks';
import { rowsOf, type TraceTree } from './tree';
import { walk } from './walk';
import { LABEL_WIDTH, ROW_HEIGHT, WaterfallRow } from './WaterfallRow';
import { scrollTo, windowOf } from './window';

interface WaterfallProps {
  readonly tree: TraceTree;
  readonly colours: ReadonlyMap<string, string>;
  readonly selected?: string;
  readonly label: string;
  /** Takes the focus when it appears, so that the keyboard walks it at once. */
  readonly focusFirst?: boolean;
  readonly onSelect: (spanId: string) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** A trace's spans over time. Only rows in sight are drawn, so that thousands scroll as smoothly as ten. */
export function Waterfall({ tree, colours, selected, label, focusFirst = false, onSelect }: WaterfallProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [folded, setFolded] = useState(NOTHING);
  const [focused, setFocused] = useState(selected);
  const [view, setView] = useState({ top: 0, height: 600 });
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(tree.roots, folded), [tree, folded]);
  const critical = useMemo(() => bySpan(tree.roots.slice(0, 1).flatMap(criticalPath)), [tree]);
  const position = rows.findIndex(({ span }) => span.spanId === focused);

  useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (element && position >= 0) {
      element.scrollTop = scrollTo(position, element.scrollTop, element.clientHeight || Infinity, ROW_HEIGHT);
    }
  }, [position]);

  useEffect(() => {
    if (focusFirst) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, [focusFirst]);

  const toggle = (spanId: string, fold: boolean) =>
    setFolded((old) => new Set(fold ? [...old, spanId] : [...old].filter((other) => other !== spanId)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = walk(event.key, rows, focused, folded);
    if (!step) {
      return;
    }
    event.preventDefault();
    setFocused(step.focus);
    if (step.fold ?? step.unfold) {
      toggle((step.fold ?? step.unfold) as string, step.fold !== undefined);
    }
    // Details once shown follow the walk.
    if (step.open || selected) {
      onSelect(step.focus);
    }
  };

  const { first, end } = windowOf(view.top, view.height, ROW_HEIGHT, rows.length);
  return (
    <div className={styles.waterfall}>
      <div className={styles.ticks} aria-hidden>
        {traceTicks(tree.durationNanos).map((nanos) => (
          <span key={nanos} style={placeOf(nanos / tree.durationNanos)}>
            {nanos === 0 ? '0' : formatNanos(nanos)}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        className={styles.scroll}
        role="treegrid"
        aria-label={label}
        aria-rowcount={rows.length}
        aria-activedescendant={position >= first && position < end ? `${id}-${focused}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      >
        <div style={{ height: rows.length * ROW_HEIGHT, position: 'relative' }}>
          {rows.slice(first, end).map((node, i) => (
            <WaterfallRow
              key={node.span.spanId}
              id={`${id}-${node.span.spanId}`}
              node={node}
              index={first + i}
              traceNanos={tree.durationNanos}
              colour={colours.get(node.span.service) ?? ''}
              critical={critical.get(node.span.spanId)}
              folded={folded.has(node.span.spanId)}
              focused={node.span.spanId === focused}
              selected={node.span.spanId === selected}
              onToggle={toggle}
              onSelect={(spanId) => {
                setFocused(spanId);
                onSelect(spanId);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Centred on its time, but never past the ends. */
function placeOf(share: number): CSSProperties {
  const back = share < 0.05 || Number.isNaN(share) ? 0 : share > 0.95 ? 100 : 50;
  return { left: `${(share || 0) * 100}%`, transform: `translateX(-${back}%)` };
}

const getStyles = (theme: GrafanaTheme2) => ({
  // As high as its rows, within the room there is: what is said of a span stands right below.
  waterfall: css({ display: 'flex', flexDirection: 'column', flex: '0 1 auto', minHeight: 0 }),
  ticks: css({
    position: 'relative',
    flexShrink: 0,
    height: 24,
    marginLeft: LABEL_WIDTH,
    marginRight: theme.spacing(2),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '& > span': { position: 'absolute', whiteSpace: 'nowrap' },
  }),
  scroll: css({
    flex: '0 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${theme.colors.border.weak}`,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
});
