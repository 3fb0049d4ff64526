import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import type { DecisionSummary } from '@hotspan/client';
import { Button, EmptyState, Icon, useStyles2 } from '@grafana/ui';
import type { Answer } from '../../api/useAnswer';
import { Waiting } from '../../states/Waiting';
import { SamplerProblem } from '../SamplerProblem';
import { Section } from '../Section';
import { getTableStyles } from '../styles';
import { KeptChart } from './KeptChart';
import { afterwards, keptSentence } from './keptSentence';
import { ReasonTable } from './ReasonTable';

interface KeptSectionProps {
  readonly answer: Answer<DecisionSummary>;
  /** In words: "the last 30 minutes". */
  readonly range: string;
  readonly timeZone: TimeZone;
  /** What the rules that are in force are called, by id. */
  readonly ruleNames: ReadonlyMap<string, string>;
  readonly onWiden: () => void;
}

/** How much was kept, and why: the sentence, then the reasons. */
export function KeptSection({ answer, range, timeZone, ruleNames, onWiden }: KeptSectionProps) {
  const styles = useStyles2(getStyles);
  const table = useStyles2(getTableStyles);
  const { data, problem, loading, stale, cancelled, cancel, retry } = answer;
  const later = data && afterwards(data);
  return (
    <Section title="What is kept" busy={loading}>
      <div className={styles.body}>
        {problem && <SamplerProblem problem={problem} onRetry={retry} />}
        {!problem && !data && loading && <Waiting what="Counting decisions" onCancel={cancel} />}
        {cancelled && (
          <Button variant="secondary" icon="sync" onClick={retry}>
            Cancelled. Ask again
          </Button>
        )}
        {!problem && data && data.traces === 0 && (
          <EmptyState
            variant="not-found"
            hideImage
            message={`No trace was decided in ${range}`}
            button={
              <Button variant="secondary" onClick={onWiden}>
                Look at twice the time
              </Button>
            }
          >
            A trace is decided when no span of it has come for a while.
          </EmptyState>
        )}
        {!problem && data && data.traces > 0 && (
          <div className={cx(stale && table.stale)}>
            <p className={styles.sentence} data-testid="kept-sentence">
              <strong>{keptSentence(data, range)}</strong>
              {later && (
                <span className={styles.later}>
                  <Icon name="history" size="sm" /> {later}
                </span>
              )}
            </p>
            <div className={styles.evidence}>
              <ReasonTable summary={data} ruleNames={ruleNames} />
              <KeptChart summary={data} timeZone={timeZone} />
            </div>
          </div>
        )}
      </div>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Room for an ordinary answer is kept, so that the rules below do not leap when it comes.
  body: css({ minHeight: 240 }),
  sentence: css({ margin: theme.spacing(0, 0, 1), lineHeight: 1.7, fontVariantNumeric: 'tabular-nums' }),
  later: css({ display: 'block', color: theme.colors.text.secondary }),
  evidence: css({
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: theme.spacing(3),
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
});
