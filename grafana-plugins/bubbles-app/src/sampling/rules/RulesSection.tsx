import { css } from '@emotion/css';
import type { TimeZone } from '@grafana/data';
import type { ForceRule, ForceRuleList } from '@hotspan/client';
import { formatCount } from '@hotspan/heatmap';
import { Alert, Button, ConfirmModal, EmptyState, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { Waiting } from '../../states/Waiting';
import { SamplerProblem } from '../SamplerProblem';
import { Section } from '../Section';
import { matchText } from './matchText';
import { RulesTable } from './RulesTable';
import type { Rules } from './useRules';

interface RulesSectionProps {
  readonly rules: Rules;
  readonly timeZone: TimeZone;
  readonly onNew: () => void;
  readonly onEdit: (rule: ForceRule) => void;
}

/** The rules that keep or drop what they match, whatever the policies say. */
export function RulesSection({ rules, timeZone, onNew, onEdit }: RulesSectionProps) {
  const styles = useStyles2(getStyles);
  const [doomed, setDoomed] = useState<ForceRule>();
  const [all, setAll] = useState(false);
  const { data, problem, loading, cancel, retry } = rules.answer;
  const running = (data?.rules ?? []).filter(({ state }) => state !== 'expired');
  const ended = (data?.rules ?? []).filter(({ state }) => state === 'expired');
  const actions = {
    busy: rules.busy,
    timeZone,
    onToggle: rules.toggle,
    onExtend: rules.extend,
    onEdit,
    onDelete: setDoomed,
  };
  const create = (
    <Button size="sm" icon="plus" onClick={onNew}>
      New rule
    </Button>
  );
  return (
    <Section
      title="Force rules"
      note="Come before the policies, for a time: keep what you are looking for, drop what floods"
      actions={running.length > 0 && create}
    >
      {problem && <SamplerProblem problem={problem} onRetry={retry} />}
      {!problem && !data && loading && <Waiting what="Fetching the rules" onCancel={cancel} />}
      {!problem && data && <StoreAlert rules={data} />}
      {!problem && data && running.length === 0 && (
        <EmptyState variant="call-to-action" hideImage message="No force rule is in force" button={create}>
          The policies alone decide. A rule keeps, or drops, every trace that matches it until its time is over.
        </EmptyState>
      )}
      {!problem && running.length > 0 && <RulesTable label="Force rules" rules={running} {...actions} />}
      {!problem && ended.length > 0 && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={all ? 'angle-down' : 'angle-right'}
          aria-expanded={all}
          className={styles.more}
          onClick={() => setAll(!all)}
        >
          Ended in the last day ({formatCount(ended.length)})
        </Button>
      )}
      {!problem && all && ended.length > 0 && <RulesTable label="Rules that have ended" rules={ended} {...actions} />}
      {doomed && (
        <ConfirmModal
          isOpen
          title="Delete this rule?"
          body={`“${doomed.description || matchText(doomed.match)}” ends at once. What it kept stays kept.`}
          confirmText="Delete"
          onConfirm={() => rules.remove(doomed).then(() => setDoomed(undefined))}
          onDismiss={() => setDoomed(undefined)}
        />
      )}
    </Section>
  );
}

/** What is not as it should be with the place where the rules are kept. */
function StoreAlert({ rules: { shared, problem, store } }: { rules: ForceRuleList }) {
  if (problem !== '') {
    return (
      <Alert severity="warning" title="The rules last known are in force, and cannot be changed now" bottomSpacing={0}>
        {problem}
      </Alert>
    );
  }
  return shared ? null : (
    <Alert severity="info" title={`The rules are those of ${store}`} bottomSpacing={0}>
      Set hotspan.sampler.redis.url (TAIL_SAMPLER_REDIS_URL) for all instances to share them.
    </Alert>
  );
}

const getStyles = () => ({ more: css({ alignSelf: 'flex-start' }) });
