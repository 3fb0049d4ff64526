import type { ForceRule, ForceRuleList } from '@hotspan/client';
import { useCallback, useState } from 'react';
import { useServices } from '../../api/services';
import { useAnswer, type Answer } from '../../api/useAnswer';
import { failed, succeeded } from '../../toasts';
import { useEvery } from '../useEvery';

const POLL_MILLIS = 5000;
const EXTEND_SECONDS = 30 * 60;

export interface Rules {
  readonly answer: Answer<ForceRuleList>;
  /** The rule that is being changed now. */
  readonly busy?: string;
  readonly toggle: (rule: ForceRule) => void;
  readonly extend: (rule: ForceRule) => void;
  readonly remove: (rule: ForceRule) => Promise<void>;
  /** Asks anew, after a change made elsewhere on the page. */
  readonly refresh: () => void;
}

/** The force rules, asked for again and again since others make them too, and what can be done with one. */
export function useRules(): Rules {
  const { sampler } = useServices();
  const [asked, setAsked] = useState(0);
  const [busy, setBusy] = useState<string>();
  const answer = useAnswer(`${useEvery(POLL_MILLIS)} ${asked}`, ({ signal }) => sampler.rules({ signal }));
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  const run = async (rule: ForceRule, change: Promise<unknown>, done: string, not: string) => {
    setBusy(rule.id);
    try {
      await change;
      succeeded(done, rule.description);
    } catch (error) {
      failed(not, error);
    } finally {
      setBusy(undefined);
      refresh();
    }
  };
  return {
    answer,
    busy,
    refresh,
    toggle: (rule) =>
      void run(
        rule,
        sampler.enableRule(rule.id, !rule.enabled),
        rule.enabled ? 'Rule disabled' : 'Rule enabled',
        'The rule is as it was'
      ),
    extend: (rule) =>
      void run(
        rule,
        sampler.extendRule(rule.id, EXTEND_SECONDS),
        'Rule extended by 30 minutes',
        'The rule was not extended'
      ),
    remove: (rule) => run(rule, sampler.deleteRule(rule.id), 'Rule deleted', 'The rule was not deleted'),
  };
}
