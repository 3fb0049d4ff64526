import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import type { TraceDecision } from '@hotspan/client';
import { Badge, Icon, TextLink, useStyles2, type IconName } from '@grafana/ui';
import { factsOf } from './facts';
import { VotesTable } from './VotesTable';

interface DecisionViewProps {
  readonly decision: TraceDecision;
  readonly timeZone: TimeZone;
}

const LOOKS: Record<'kept' | 'dropped' | 'undecided', { icon: IconName; title: string }> = {
  kept: { icon: 'check-circle', title: 'Kept.' },
  dropped: { icon: 'times-circle', title: 'Dropped.' },
  undecided: { icon: 'hourglass', title: 'Undecided.' },
};

/** One decision: the sentence, its facts, and what each policy said. */
export function DecisionView({ decision, timeZone }: DecisionViewProps) {
  const styles = useStyles2(getStyles);
  const { traceId, state, kept, explanation, dryRun } = decision;
  const outcome = state === 'undecided' ? state : kept ? 'kept' : 'dropped';
  const { icon, title } = LOOKS[outcome];
  return (
    <div role="status">
      <div className={cx(styles.verdict, outcome === 'kept' && styles.kept)}>
        <Icon name={icon} size="lg" className={outcome === 'kept' ? styles.found : styles.icon} />
        <p className={styles.sentence} data-testid="explanation">
          <strong>{title}</strong> {explanation}
        </p>
        {dryRun === 'dropped' && <Badge text="dry run" icon="info-circle" color="blue" />}
        {outcome === 'kept' && (
          <TextLink href={`/a/hotspan-bubbles-app?trace=${traceId}`} icon="arrow-right" inline={false}>
            Open the trace
          </TextLink>
        )}
      </div>
      <dl className={styles.facts}>
        {factsOf(decision, timeZone).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {decision.policies.length > 0 && <VotesTable decision={decision} />}
    </div>
  );
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
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(1, 0),
    '& > div': { display: 'flex', gap: theme.spacing(1) },
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
});
