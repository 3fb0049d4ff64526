import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import type { TraceSpan } from '@hotspan/client';
import { formatNanos, formatShare } from '@hotspan/heatmap';
import { Badge, IconButton, Stack, useStyles2 } from '@grafana/ui';
import type { ValueActions } from '../comparison/ValueMenu';
import { AttributeTable } from './AttributeTable';
import { isError } from './tree';

interface SpanDetailsProps {
  readonly span: TraceSpan;
  /** Part of the trace's critical path that this span accounts for. */
  readonly criticalShare: number;
  readonly timeZone: TimeZone;
  readonly actions: ValueActions;
  readonly onClose: () => void;
}

/** Everything a span says about itself. */
export function SpanDetails({ span, criticalShare, timeZone, actions, onClose }: SpanDetailsProps) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.details} aria-label="Span details">
      <header className={styles.header}>
        <h3 className={styles.title}>
          <span className={styles.service}>{span.service}</span> {span.name}
        </h3>
        {isError(span.status) && <Badge color="red" icon="exclamation-circle" text={span.statusMessage || 'error'} />}
        <span className={styles.facts}>
          {formatNanos(span.durationNanos)} · {span.kind.toLowerCase()} ·{' '}
          {dateTimeFormat(Date.parse(span.timestamp), { timeZone, format: 'HH:mm:ss.SSS' })}
          {criticalShare > 0 && ` · ${formatShare(criticalShare)} of the critical path`}
        </span>
        <IconButton name="times" tooltip="Close the details" onClick={onClose} />
      </header>
      <div className={styles.columns}>
        <AttributeTable title="Attributes" scope="span" attributes={span.attributes} actions={actions} />
        <AttributeTable title="Resource" scope="resource" attributes={span.resourceAttributes} actions={actions} />
        <Stack direction="column" gap={1}>
          {span.events.map((event, i) => (
            <AttributeTable
              key={i}
              title={`${event.name} at ${dateTimeFormat(Date.parse(event.timestamp), { timeZone, format: 'HH:mm:ss.SSS' })}`}
              attributes={event.attributes}
              actions={actions}
            />
          ))}
          {span.links.map((link) => (
            <AttributeTable
              key={link.traceId + link.spanId}
              title="Link"
              attributes={{ 'trace id': link.traceId, 'span id': link.spanId, ...link.attributes }}
              actions={actions}
            />
          ))}
          <AttributeTable title="Span" attributes={identityOf(span)} actions={actions} />
        </Stack>
      </div>
    </section>
  );
}

function identityOf(span: TraceSpan): Record<string, string> {
  const scope = [span.scope.name, span.scope.version].filter(Boolean).join(' ');
  const all = {
    'span id': span.spanId,
    'parent span id': span.parentSpanId,
    scope,
    'trace state': span.traceState,
    'kept because': span.reason,
    weight: span.weight === 1 ? '' : String(Number(span.weight.toPrecision(4))),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({
    flex: '1 0 45%',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    borderTop: `1px solid ${theme.colors.border.medium}`,
    paddingTop: theme.spacing(1),
  }),
  header: css({
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    paddingBottom: theme.spacing(1),
  }),
  title: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  service: css({ color: theme.colors.text.secondary, marginRight: theme.spacing(0.5) }),
  facts: css({ marginLeft: 'auto', color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: theme.spacing(2),
    overflowY: 'auto',
  }),
});
