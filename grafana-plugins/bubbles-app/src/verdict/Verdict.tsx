import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Comparison } from '@hotspan/client';
import { conditionOf } from '@hotspan/filter';
import { formatCount, formatShare } from '@hotspan/heatmap';
import { Button, Icon, Stack, Tooltip, useStyles2, type IconName } from '@grafana/ui';
import { baselineName } from '../comparison/question';
import type { Against } from '../state/pageState';
import { KeepButton } from './KeepButton';
import { keepRuleOf } from './keepRule';
import { verdictOf, type Lead, type Verdict as VerdictFacts } from './verdict';

interface VerdictProps {
  readonly comparison: Comparison;
  readonly against: Against;
  readonly onFilter: (conditions: string[]) => void;
  readonly onPair?: (leads: readonly Lead[]) => void;
}

/** Shorter conditions are not broken across lines. */
const LONG = 60;
const LOOKS: Record<VerdictFacts['kind'], { icon: IconName; title: string }> = {
  cause: { icon: 'check-circle', title: 'Cause found.' },
  weak: { icon: 'question-circle', title: 'A weak lead.' },
  none: { icon: 'circle', title: 'No clear cause:' },
  'too-few': { icon: 'info-circle', title: 'Too few spans to tell:' },
};

/** The answer in one sentence. */
export function Verdict({ comparison, against, onFilter, onPair }: VerdictProps) {
  const styles = useStyles2(getStyles);
  const verdict = verdictOf(comparison);
  const { icon, title } = LOOKS[verdict.kind];
  const leads = 'leads' in verdict ? verdict.leads : [];
  const keep = keepRuleOf(leads);
  return (
    <div className={cx(styles.verdict, verdict.kind === 'cause' && styles.cause)} role="status">
      <Icon name={icon} size="lg" className={verdict.kind === 'cause' ? styles.found : styles.icon} />
      <p className={styles.sentence} data-testid="verdict">
        <strong>{title}</strong> <Sentence verdict={verdict} comparison={comparison} against={against} />
      </p>
      {leads.length > 0 && (
        <Stack gap={1}>
          <Button
            size="sm"
            icon="filter"
            onClick={() => onFilter(leads.map(({ attribute, value }) => conditionOf(attribute, value.value)))}
            tooltip="Show only spans with these values"
          >
            Filter
          </Button>
          {/* Of another cause it is another button. */}
          {keep && <KeepButton key={keep.description} rule={keep} />}
          {onPair && (
            <Button
              size="sm"
              variant="secondary"
              icon="exchange-alt"
              onClick={() => onPair(leads)}
              tooltip="Read a selected trace beside an ordinary one"
            >
              Trace pair
            </Button>
          )}
        </Stack>
      )}
    </div>
  );
}

function Sentence({
  verdict,
  comparison,
  against,
}: { verdict: VerdictFacts } & Pick<VerdictProps, 'comparison' | 'against'>) {
  const { spans, stored } = comparison.selection;
  // The heatmap above may count all of them, where this is an estimate.
  const selected = `${spans === stored ? '' : '~'}${formatCount(spans)} selected spans`;
  switch (verdict.kind) {
    case 'too-few':
      return verdict.side === 'selection' ? (
        <>only {formatCount(verdict.stored)} stored in the box. Draw it larger, or look at a longer time.</>
      ) : (
        <>only {formatCount(verdict.stored)} stored to compare with. Look at a longer time, or compare with another.</>
      );
    case 'none':
      return (
        <>
          the {selected} look like {against === 'rest' ? 'the rest' : baselineName(against)}.
        </>
      );
    case 'cause':
    case 'weak':
      return verdict.leads.map((lead, i) => (
        <span key={lead.attribute.key}>
          {i === 0 ? '' : ', '}
          {formatShare(lead.value.selectedShare)} {i === 0 ? `of the ${selected} have ` : 'have '}
          <Condition lead={lead} /> ({formatShare(lead.value.baselineShare)}
          {i === 0 ? ` of ${baselineName(against)}` : ''}){i === verdict.leads.length - 1 ? '.' : ''}
        </span>
      ));
  }
}

function Condition({ lead: { attribute, value, alike } }: { lead: Lead }) {
  const styles = useStyles2(getStyles);
  const text = value.value === null ? `no ${attribute.key}` : `${attribute.key} = ${value.value}`;
  const code = <code className={cx(styles.code, text.length < LONG && styles.short)}>{text}</code>;
  return alike.length > 0 ? (
    <Tooltip content={`The very same spans are singled out by ${alike.join(', ')}`}>{code}</Tooltip>
  ) : (
    code
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 56,
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeft: `3px solid ${theme.colors.border.strong}`,
    borderRadius: theme.shape.radius.default,
  }),
  cause: css({ borderLeftColor: theme.colors.primary.main }),
  icon: css({ flexShrink: 0, color: theme.colors.text.secondary }),
  found: css({ flexShrink: 0, color: theme.colors.primary.text }),
  sentence: css({ flex: 1, margin: 0, lineHeight: 1.7, fontVariantNumeric: 'tabular-nums' }),
  code: css({ padding: theme.spacing(0.25, 0.75), overflowWrap: 'anywhere' }),
  short: css({ whiteSpace: 'nowrap' }),
});
