import { isProblem, type Problem, type Replay } from '@hotspan/client';
import { useState } from 'react';
import { useServices } from '../../api/services';
import { useAnswer, type Answer } from '../../api/useAnswer';
import type { Interval } from '../../state/range';
import { failed } from '../../toasts';
import { useEvery } from '../useEvery';

const POLL_MILLIS = 1000;

export interface Run {
  readonly answer: Answer<Replay>;
  readonly running: boolean;
  /** What the service had against the policies. */
  readonly refusal?: Problem;
  readonly start: (policies: string, interval: Interval) => Promise<void>;
  readonly cancel: () => void;
}

/** One run of candidate policies: followed while it lasts. */
export function useReplay(id: string | undefined, onStarted: (id: string, policies: string) => void): Run {
  const { sampler } = useServices();
  const [refusal, setRefusal] = useState<Problem>();
  const [starting, setStarting] = useState(false);
  const [running, setRunning] = useState(false);
  const tick = useEvery(running ? POLL_MILLIS : undefined);
  const answer = useAnswer(id && `${id} ${tick}`, ({ signal }) => sampler.replay(id ?? '', { signal }));
  const lasts = !answer.problem && answer.data?.id === id && answer.data?.state === 'running';
  if (lasts !== running) {
    setRunning(lasts);
  }
  const start = async (policies: string, interval: Interval) => {
    setRefusal(undefined);
    setStarting(true);
    try {
      onStarted((await sampler.startReplay({ ...interval, policies })).id, policies);
    } catch (error) {
      if (isProblem(error)) {
        setRefusal(error);
      } else {
        failed('The run was not started', error);
      }
    } finally {
      setStarting(false);
    }
  };
  const cancel = () => {
    if (id) {
      sampler.cancelReplay(id).then(answer.retry, (error: unknown) => failed('The run goes on', error));
    }
  };
  return { answer, running: starting || running, refusal, start, cancel };
}
