import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { formatCount, formatNanos } from '@hotspan/heatmap';
import { Alert, Icon, TextLink, useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useServices } from '../api/services';
import { useAnswer } from '../api/useAnswer';
import type { ValueActions } from '../comparison/ValueMenu';
import { ProblemState } from '../states/ProblemState';
import { Waiting } from '../states/Waiting';
import { criticalPath } from './criticalPath';
import { serviceColours } from './serviceColours';
import { SpanDetails } from './SpanDetails';
import { rowsOf, treeOf } from './tree';
import { Waterfall } from './Waterfall';

interface TraceViewProps {
  readonly traceId: string;
  readonly selected?: string;
  readonly focusFirst?: boolean;
  readonly timeZone: TimeZone;
  readonly explainHref: (traceId: string) => string;
  readonly actions: ValueActions;
  readonly onSelect: (spanId: string | undefined) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** One trace: what it is, its waterfall, and the span that is looked at. */
export function TraceView({ traceId, selected, focusFirst, timeZone, explainHref, actions, onSelect }: TraceViewProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { heatmap } = useServices();
  const { data, problem, loading, cancel, retry } = useAnswer(traceId, (options) => heatmap.trace(traceId, options));
  const tree = useMemo(() => treeOf(data?.spans ?? []), [data]);
  const colours = useMemo(() => serviceColours(tree.services, theme), [tree, theme]);
  const all = useMemo(() => rowsOf(tree.roots, NONE), [tree]);
  const span = all.find((node) => node.span.spanId === selected)?.span;
  const share = useMemo(() => {
    const stretches = tree.roots.slice(0, 1).flatMap(criticalPath);
    const sum = (of: typeof stretches) => of.reduce((total, { fromNanos, toNanos }) => total + toNanos - fromNanos, 0);
    return sum(stretches.filter(({ spanId }) => spanId === selected)) / Math.max(1, sum(stretches));
  }, [tree, selected]);

  if (problem) {
    const gone = problem.status === 404;
    return gone ? (
      <Alert severity="info" title="This trace is not stored">
        It was never kept, or it is older than what is kept.{' '}
        <TextLink href={explainHref(traceId)}>What the sampler decided</TextLink>
      </Alert>
    ) : (
      <ProblemState service="heatmap-service" problem={problem} onRetry={retry} />
    );
  }
  if (loading || !data) {
    return <Waiting what="Fetching the trace" onCancel={cancel} />;
  }
  const errors = all.filter(({ failed }) => failed).length;
  return (
    <div className={styles.view}>
      <div className={styles.facts}>
        <span className={styles.root}>
          {all[0]?.span.service} {all[0]?.span.name}
        </span>
        <span>{formatNanos(tree.durationNanos)}</span>
        <span>
          {formatCount(all.length)} {all.length === 1 ? 'span' : 'spans'}
        </span>
        {errors > 0 && (
          <span className={styles.errors}>
            <Icon name="exclamation-circle" size="sm" /> {formatCount(errors)} {errors === 1 ? 'error' : 'errors'}
          </span>
        )}
        {tree.services.map((service) => (
          <span key={service} className={styles.service}>
            <span className={styles.swatch} style={{ background: colours.get(service) }} />
            {service}
          </span>
        ))}
        <span className={styles.service}>
          <span className={styles.critical} /> critical path
        </span>
      </div>
      {data.capped && <Alert severity="warning" title={`Only the first ${formatCount(all.length)} spans are shown`} />}
      <Waterfall {...{ tree, colours, selected, focusFirst, onSelect }} label="Spans of the trace" />
      {span && (
        <SpanDetails
          span={span}
          criticalShare={share}
          timeZone={timeZone}
          actions={actions}
          onClose={() => onSelect(undefined)}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  view: css({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, gap: theme.spacing(1) }),
  facts: css({
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  }),
  root: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
  errors: css({ color: theme.colors.error.text }),
  service: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  swatch: css({ width: 12, height: 12, borderRadius: 2 }),
  critical: css({ width: 16, height: 2, background: theme.colors.text.maxContrast }),
});
