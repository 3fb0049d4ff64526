import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { ComparedAttribute, ComparedValue, Comparison } from '@hotspan/client';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { Answer } from '../api/useAnswer';
import type { PageState } from '../state/pageState';
import { ProblemState } from '../states/ProblemState';
import { Waiting } from '../states/Waiting';
import type { Lead } from '../verdict/verdict';
import { Verdict } from '../verdict/Verdict';
import { CardGrid } from './CardGrid';
import { CardSkeletons } from './CardSkeletons';
import { CompareBar } from './CompareBar';
import type { ValueActions } from './ValueMenu';

interface ComparisonSectionProps {
  readonly answer: Answer<Comparison>;
  readonly state: PageState;
  readonly actions: ValueActions;
  readonly onChange: (change: Partial<PageState>) => void;
  readonly onFilter: (conditions: string[]) => void;
  readonly onPair: (leads: readonly Lead[]) => void;
  readonly onHover: (attribute: ComparedAttribute, value?: ComparedValue) => void;
}

/** What is different about the selected spans: the sentence, then the evidence. */
export function ComparisonSection({
  answer,
  state,
  actions,
  onChange,
  onFilter,
  onPair,
  onHover,
}: ComparisonSectionProps) {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  const { data, stale, loading, problem, progress, cancel, cancelled, retry } = answer;
  return (
    <section className={styles.section} aria-label="Comparison" aria-busy={loading}>
      {/* One place for the sentence and whatever stands in for it, so that nothing below moves. */}
      <div className={styles.sentence}>
        {problem && <ProblemState service="comparison-service" problem={problem} onRetry={retry} />}
        {!problem && loading && (
          <div className={styles.waiting}>
            <Waiting what="Comparing" progress={progress} onCancel={cancel} />
          </div>
        )}
        {cancelled && (
          <div className={styles.waiting}>
            <Button variant="secondary" icon="sync" onClick={retry}>
              Cancelled. Ask again
            </Button>
          </div>
        )}
        {!problem && !loading && !cancelled && data && (
          <Verdict comparison={data} against={state.against} onFilter={onFilter} onPair={onPair} />
        )}
      </div>
      <CompareBar {...state} search={search} onChange={onChange} onSearch={setSearch} />
      {!problem && data && data.notices.length > 0 && (
        <ul className={styles.notices}>
          {data.notices.map(({ code, message }) => (
            <li key={code}>
              <Icon name="info-circle" size="sm" /> {message}
            </li>
          ))}
        </ul>
      )}
      {!problem && !cancelled && (
        <div className={cx(styles.cards, stale && styles.stale)}>
          {data ? (
            <CardGrid comparison={data} search={search} order={state.order} {...{ actions, onHover }} />
          ) : (
            <CardSkeletons />
          )}
        </div>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) }),
  sentence: css({ minHeight: 66, display: 'grid' }),
  waiting: css({
    display: 'flex',
    alignItems: 'center',
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
  // Room for the first cards is kept, so that the traces below do not leap when they come.
  cards: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minHeight: 220 }),
  stale: css({ opacity: 0.5 }),
  notices: css({
    margin: 0,
    listStyle: 'none',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
