import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useServices } from '../../api/services';
import { useAnswer } from '../../api/useAnswer';
import type { Interval } from '../../state/range';
import { Waiting } from '../../states/Waiting';
import { SamplerProblem } from '../SamplerProblem';
import { Section } from '../Section';
import { PoliciesEditor } from './PoliciesEditor';
import { ReplayView } from './ReplayView';
import { EXAMPLE } from './example';
import { useReplay } from './useReplay';

interface ReplaySectionProps {
  /** The policies of the address, as they were last run. */
  readonly policies?: string;
  readonly replayId?: string;
  readonly interval: Interval;
  /** In words: "the last 30 minutes". */
  readonly range: string;
  readonly onStarted: (replayId: string, policies: string) => void;
  readonly explainHref: (traceId: string) => string;
}

/** What other policies would have kept, tried on the log as it was. */
export function ReplaySection(props: ReplaySectionProps) {
  const { policies, replayId, interval, range, onStarted, explainHref } = props;
  const styles = useStyles2(getStyles);
  const { sampler } = useServices();
  const inForce = useAnswer(policies === undefined ? 'in force' : undefined, ({ signal }) =>
    sampler.policies({ signal })
  );
  const given = policies ?? inForce.data?.policies ?? (inForce.problem && EXAMPLE);
  const [text, setText] = useState(given);
  // The address is the truth: Back brings the policies of an earlier run.
  useEffect(() => setText(given), [given]);
  const { answer, running, refusal, start, cancel } = useReplay(replayId, onStarted);
  const { data, problem, retry } = answer;
  const shown = data?.id === replayId ? data : undefined;
  const gone = problem?.status === 404;
  return (
    <Section title="What if" note={`Other policies, tried on the traces of ${range}; nothing that is live is touched`}>
      <div className={styles.columns}>
        <div className={styles.editor}>
          {given !== undefined && <PoliciesEditor key={given} value={given} refusal={refusal} onChange={setText} />}
          <div className={styles.actions}>
            <Button icon="play" disabled={running || !text?.trim()} onClick={() => void start(text ?? '', interval)}>
              Run
            </Button>
            {running && (
              <Button variant="secondary" onClick={cancel}>
                Cancel
              </Button>
            )}
          </div>
        </div>
        <div className={styles.result} aria-busy={running && !shown}>
          {replayId === undefined && (
            <p className={styles.hint}>
              Change the policies and run them: what they would have kept, what that weighs, and which failed traces
              would be lost stands here.
            </p>
          )}
          {problem && gone && (
            <Alert severity="info" title="This run is not remembered any more" bottomSpacing={0}>
              Run the policies again.
            </Alert>
          )}
          {problem && !gone && <SamplerProblem problem={problem} onRetry={retry} />}
          {!problem && replayId && !shown && <Waiting what="Fetching the run" />}
          {!problem && shown && <ReplayView replay={shown} explainHref={explainHref} />}
        </div>
      </div>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(3),
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  editor: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minHeight: 320 }),
  actions: css({ display: 'flex', gap: theme.spacing(1) }),
  result: css({ minHeight: 320 }),
  hint: css({ color: theme.colors.text.secondary, maxWidth: 480 }),
});
