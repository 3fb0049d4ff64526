import { isAbort, isProblem, Problem, type Progress, type StreamOptions } from '@hotspan/client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A question to a service and how far it has got. */
export interface Answer<T> {
  /** The last answer; it stays while the next is on its way, and `stale` says so. */
  readonly data?: T;
  readonly stale: boolean;
  readonly loading: boolean;
  readonly progress?: Progress;
  readonly problem?: Problem;
  /** The user gave the question up. */
  readonly cancelled: boolean;
  readonly cancel: () => void;
  readonly retry: () => void;
}

interface State<T> {
  readonly key?: string;
  readonly data?: T;
  readonly loading: boolean;
  readonly progress?: Progress;
  readonly problem?: Problem;
  readonly cancelled: boolean;
}

/**
 * Asks a service whenever `key` changes, and takes the question before it back, so that its query ends in the database.
 * Without a key nothing is asked and nothing is shown.
 */
export function useAnswer<T>(key: string | undefined, ask: (options: StreamOptions) => Promise<T>): Answer<T> {
  const [state, setState] = useState<State<T>>({ loading: key !== undefined, cancelled: false });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ask);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    latest.current = ask;
  });

  useEffect(() => {
    if (key === undefined) {
      setState({ loading: false, cancelled: false });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    const update = (change: Partial<State<T>>) => {
      if (!controller.signal.aborted) {
        setState((old) => ({ ...old, ...change }));
      }
    };
    update({ loading: true, progress: undefined, problem: undefined, cancelled: false });
    const onProgress = (progress: Progress) => update({ progress });
    latest.current({ signal: controller.signal, onProgress }).then(
      (data) => update({ key, data, loading: false, progress: undefined }),
      (error: unknown) => update(isAbort(error) ? {} : { loading: false, problem: problemFrom(error) })
    );
    return () => controller.abort(new DOMException('another question', 'AbortError'));
  }, [key, attempt]);

  const cancel = useCallback(() => {
    running.current?.abort(new DOMException('cancelled', 'AbortError'));
    setState((old) => ({ ...old, loading: false, progress: undefined, cancelled: true }));
  }, []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const { key: answered, ...rest } = state;
  return { ...rest, stale: rest.data !== undefined && answered !== key, cancel, retry };
}

function problemFrom(error: unknown): Problem {
  if (isProblem(error)) {
    return error;
  }
  return new Problem('about:blank', 'The answer could not be read', 0, error instanceof Error ? error.message : '');
}
