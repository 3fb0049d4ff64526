import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { isProblem, type Problem, type RulePreview as Preview } from '@hotspan/client';
import { Icon, Spinner, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { useServices } from '../../api/services';
import { counted, formatRate } from '../numbers';
import { matchOf, problemsOf, type Draft } from './draft';

interface RulePreviewProps {
  readonly draft: Draft;
  readonly timeZone: TimeZone;
  /** The service refused the draft. */
  readonly onProblem: (problem: Problem) => void;
}

const TYPING_PAUSE_MILLIS = 600;

/** How many of the latest traces the rule would have matched, said as soon as it is one. */
export function RulePreview({ draft, timeZone, onProblem }: RulePreviewProps) {
  const styles = useStyles2(getStyles);
  const { sampler } = useServices();
  const [answer, setAnswer] = useState<Preview>();
  const [state, setState] = useState<'none' | 'asking' | 'answered' | 'away'>('none');
  const refused = useRef(onProblem);
  useEffect(() => {
    refused.current = onProblem;
  });
  const conditions = Object.keys(problemsOf(draft)).filter((field) => field.startsWith('matchers'));
  const asked = conditions.length === 0 ? JSON.stringify({ match: matchOf(draft) }) : undefined;
  useEffect(() => {
    if (asked === undefined) {
      setState('none');
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setState('asking');
      sampler.previewRule(JSON.parse(asked), { signal: controller.signal }).then(
        (preview) => {
          setAnswer(preview);
          setState('answered');
        },
        (error: unknown) => {
          if (!controller.signal.aborted) {
            setState('away');
            if (isProblem(error) && error.status === 400) {
              refused.current(error);
            }
          }
        }
      );
    }, TYPING_PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [sampler, asked]);
  return (
    <p className={styles.preview} role="status">
      {state === 'none' && 'What it would match is said here once its conditions are complete.'}
      {state === 'asking' && (
        <>
          <Spinner inline size="sm" /> Looking through the latest traces…
        </>
      )}
      {state === 'answered' && answer && (
        <>
          <Icon name={answer.matched > 0 ? 'check-circle' : 'circle'} size="sm" /> {previewText(answer, timeZone)}
        </>
      )}
      {state === 'away' && 'What it would match cannot be told now.'}
    </p>
  );
}

/** "Would have matched 214 of the 10,000 traces since 14:03." */
export function previewText({ matched, traces, from, complete }: Preview, timeZone: TimeZone): string {
  if (traces === 0 || !from) {
    return 'No trace came lately to try it on.';
  }
  const since = dateTimeFormat(Date.parse(from), { timeZone, format: 'HH:mm' });
  const of = complete ? `of the ${counted(traces, 'trace')} since ${since}` : `of the last ${counted(traces, 'trace')}`;
  return matched === 0
    ? `Would have matched none ${of}.`
    : `Would have matched ${matched.toLocaleString('en-US')} ${of} (${formatRate(matched, traces)}).`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  preview: css({
    minHeight: 24,
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  }),
});
