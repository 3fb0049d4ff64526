import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Alert, Button, Input, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useServices } from '../../api/services';
import { useAnswer } from '../../api/useAnswer';
import { Waiting } from '../../states/Waiting';
import { SamplerProblem } from '../SamplerProblem';
import { Section } from '../Section';
import { traceIdOf } from '../state';
import { useEvery } from '../useEvery';
import { DecisionView } from './DecisionView';

interface ExplainSectionProps {
  readonly traceId?: string;
  readonly timeZone: TimeZone;
  readonly onTrace: (traceId: string | undefined) => void;
}

const UNDECIDED_POLL_MILLIS = 2000;

/** Why one trace was kept or dropped. */
export function ExplainSection({ traceId, timeZone, onTrace }: ExplainSectionProps) {
  const styles = useStyles2(getStyles);
  const { sampler } = useServices();
  const section = useRef<HTMLElement>(null);
  const [text, setText] = useState(traceId ?? '');
  const [wrong, setWrong] = useState(false);
  const [undecided, setUndecided] = useState(false);
  // The address is the truth: Back, or a link on the page, changes the text here too.
  useEffect(() => {
    setText(traceId ?? '');
    setWrong(false);
    if (traceId) {
      section.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [traceId]);
  const tick = useEvery(undecided ? UNDECIDED_POLL_MILLIS : undefined);
  const { data, problem, loading, cancel, retry } = useAnswer(traceId && `${traceId} ${tick}`, ({ signal }) =>
    sampler.decision(traceId ?? '', { signal })
  );
  const shown = data?.traceId === traceId ? data : undefined;
  const open = shown?.state === 'undecided';
  if (open !== undecided) {
    setUndecided(open);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = traceIdOf(text);
    setWrong(id === undefined);
    if (id) {
      onTrace(id);
      retry();
    }
  };
  const unknown = problem?.status === 404;
  return (
    <Section title="Explain a trace" note="Kept or dropped, and by whom" busy={loading && !shown} sectionRef={section}>
      <form className={styles.form} onSubmit={submit}>
        <Input
          aria-label="Trace id"
          className={styles.id}
          width={46}
          value={text}
          invalid={wrong}
          placeholder="Paste a trace id: 32 hexadecimal digits"
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setWrong(false);
          }}
        />
        <Button type="submit" variant="secondary">
          Explain
        </Button>
        {traceId && (
          <Button variant="secondary" fill="text" onClick={() => onTrace(undefined)}>
            Clear
          </Button>
        )}
        {wrong && (
          <span role="alert" className={styles.wrong}>
            A trace id has 32 hexadecimal digits
          </span>
        )}
      </form>
      {problem && unknown && (
        <Alert severity="info" title="No decision is known of this trace" bottomSpacing={0}>
          {problem.detail}
        </Alert>
      )}
      {problem && !unknown && <SamplerProblem problem={problem} onRetry={retry} />}
      {!problem && !shown && loading && traceId && <Waiting what="Looking for its decision" onCancel={cancel} />}
      {!problem && shown && <DecisionView decision={shown} timeZone={timeZone} />}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: theme.spacing(1) }),
  id: css({ input: { fontFamily: theme.typography.fontFamilyMonospace } }),
  wrong: css({ color: theme.colors.error.text, fontSize: theme.typography.bodySmall.fontSize }),
});
