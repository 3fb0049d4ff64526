import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import type { TraceDecision } from '@hotspan/client';
import { formatCount, formatNanos } from '@hotspan/heatmap';
import { Icon, TextLink, useStyles2, type IconName } from '@grafana/ui';
import { Fragment } from 'react';
import { counted, formatBytes } from '../numbers';
import { explanationOf, type Explanation } from './explanation';
import { VotesTable } from './VotesTable';

interface DecisionViewProps {
  readonly decision: TraceDecision;
  readonly timeZone: TimeZone;
}

const LOOKS: Record<Explanation['outcome'], { icon: IconName; title: string }> = {
  kept: { icon: 'check-circle', title: 'Kept:' },
  dropped: { icon: 'times-circle', title: 'Dropped:' },
  undecided: { icon: 'hourglass', title: 'Not decided yet:' },
};

/** One decision: the sentence, its facts, and what each policy said. */
export function DecisionView({ decision, timeZone }: DecisionViewProps) {
  const styles = useStyles2(getStyles);
  const { outcome, sentence } = explanationOf(decision);
  const { icon, title } = LOOKS[outcome];
  const { traceId } = decision;
  return (
    <div role="status">
      <div className={cx(styles.verdict, outcome === 'kept' && styles.kept)}>
        <Icon name={icon} size="lg" className={outcome === 'kept' ? styles.found : styles.icon} />
        <p className={styles.sentence} data-testid="explanation">
          <strong>{title}</strong> <Sentence text={sentence} />
        </p>
        {outcome === 'kept' && (
          <TextLink href={`/a/hotspan-bubbles-app?trace=${traceId}`} icon="arrow-right" inline={false}>
            Open the trace
          </TextLink>
        )}
      </div>
      <dl className={styles.facts}>
        {factsOf(decision, timeZone).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {decision.policies.length > 0 && <VotesTable decision={decision} />}
    </div>
  );
}

/** What stands between backquotes is a name. */
function Sentence({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}

function factsOf(decision: TraceDecision, timeZone: TimeZone): ReadonlyArray<readonly [string, string]> {
  const { spans, errorSpans, lateSpans, revivedSpans, durationNanos, bytes, rule } = decision;
  const time = (text: string) => dateTimeFormat(Date.parse(text), { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS' });
  const late = lateSpans > 0 && `, ${formatCount(lateSpans)} late`;
  const back = revivedSpans > 0 && `, ${formatCount(revivedSpans)} brought back`;
  return [
    ['Spans', `${counted(spans, 'span')} (${formatCount(errorSpans)} failed)${late || ''}${back || ''}`] as const,
    ...(bytes ? [['Size', formatBytes(bytes)] as const] : []),
    ...(durationNanos ? [['Duration', formatNanos(durationNanos)] as const] : []),
    ...(decision.start ? [['Began', time(decision.start)] as const] : []),
    ...(decision.state === 'decided'
      ? [
          ['Decided', `${time(decision.decidedAt)}, ${whenText(decision.trigger)}`] as const,
          ['By', decision.instance] as const,
        ]
      : []),
    ...(rule ? [['Rule', `${rule.id}, version ${rule.version}`] as const] : []),
  ].filter(([, value]) => value !== '');
}

function whenText(trigger: string): string {
  switch (trigger.toLowerCase().replaceAll('_', '-')) {
    case 'inactivity':
      return 'when no span had come for a while';
    case 'max-age':
      return 'at the maximum age of a trace';
    case 'buffer-full':
      return 'early, because the buffer was full';
    default:
      return trigger;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 48,
    padding: theme.spacing(0.5, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeft: `3px solid ${theme.colors.border.strong}`,
    borderRadius: theme.shape.radius.default,
  }),
  kept: css({ borderLeftColor: theme.colors.primary.main }),
  icon: css({ flexShrink: 0, color: theme.colors.text.secondary }),
  found: css({ flexShrink: 0, color: theme.colors.primary.text }),
  sentence: css({ flex: 1, margin: 0, lineHeight: 1.7, fontVariantNumeric: 'tabular-nums' }),
  facts: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
    margin: theme.spacing(1, 0),
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: theme.spacing(0, 2, 0, 0) },
  }),
});
