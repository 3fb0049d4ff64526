import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useServices } from '../api/services';
import { useAnswer } from '../api/useAnswer';
import { zoomedOut } from '../state/range';
import { useAddressState } from '../state/useAddressState';
import { useRange } from '../state/useRange';
import { rangeText, Toolbar } from '../toolbar/Toolbar';
import { ExplainSection } from './explain/ExplainSection';
import { KeptSection } from './kept/KeptSection';
import { ReplaySection } from './replay/ReplaySection';
import { RuleDrawer } from './rules/RuleDrawer';
import { RulesSection } from './rules/RulesSection';
import { useRules } from './rules/useRules';
import { NEW_RULE, SAMPLING_PATH, samplingSearchOf, samplingStateOf } from './state';

/** What the sampler keeps, from the top: how much and why, the rules that force it, why one trace, and what if. */
export function SamplingPage() {
  const styles = useStyles2(getStyles);
  const { sampler } = useServices();
  const [state, change] = useAddressState(samplingStateOf, samplingSearchOf);
  const { timeZone, range, interval, asked, refresh } = useRange(state, false);
  const summary = useAnswer(JSON.stringify([interval, asked]), ({ signal }) => sampler.summary(interval, { signal }));
  const rules = useRules();
  const list = rules.answer.data?.rules;
  const ruleNames = useMemo(() => new Map(list?.map(({ id, description }) => [id, description])), [list]);
  const edited = list?.find(({ id }) => id === state.rule);
  const closeRule = () => change({ rule: undefined });
  return (
    <div className={styles.page}>
      <Toolbar
        title="Sampling"
        range={range}
        timeZone={timeZone}
        refresh={state.refresh}
        loading={summary.loading}
        onRangeChange={change}
        onTimeZoneChange={(next) => change({ timeZone: next })}
        onRefreshChange={(next) => change({ refresh: next }, { replace: true })}
        onRefresh={() => {
          refresh();
          rules.refresh();
        }}
      />
      <KeptSection
        answer={summary}
        range={rangeText(range)}
        timeZone={timeZone}
        ruleNames={ruleNames}
        onWiden={() => change(zoomedOut(range))}
      />
      <RulesSection
        rules={rules}
        timeZone={timeZone}
        onNew={() => change({ rule: NEW_RULE })}
        onEdit={({ id }) => change({ rule: id })}
      />
      <ExplainSection traceId={state.trace} timeZone={timeZone} onTrace={(trace) => change({ trace })} />
      <ReplaySection
        policies={state.policies}
        replayId={state.replay}
        interval={interval}
        range={rangeText(range)}
        onStarted={(replay, policies) => change({ replay, policies })}
        explainHref={(trace) => SAMPLING_PATH + samplingSearchOf({ ...state, trace })}
      />
      {(state.rule === NEW_RULE || edited) && (
        <RuleDrawer
          key={state.rule}
          rule={edited}
          interval={interval}
          timeZone={timeZone}
          onSaved={() => {
            closeRule();
            rules.refresh();
          }}
          onClose={closeRule}
        />
      )}
    </div>
  );
}

export default SamplingPage;

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 2, 4),
  }),
});
