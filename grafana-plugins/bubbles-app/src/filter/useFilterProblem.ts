import { isProblem } from '@hotspan/client';
import { useEffect, useState } from 'react';
import { useServices } from '../api/services';

/** What is wrong with a filter, and at which character (from 0). */
export interface FilterProblem {
  readonly message: string;
  readonly at?: number;
}

const PAUSE_MILLIS = 250;

/** Has the service check a filter while it is typed. */
export function useFilterProblem(text: string): FilterProblem | undefined {
  const { heatmap } = useServices();
  const [problem, setProblem] = useState<FilterProblem>();
  useEffect(() => {
    if (text.trim() === '') {
      setProblem(undefined);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      heatmap.parseFilter(text, { signal: controller.signal }).then(
        () => setProblem(undefined),
        (error: unknown) => setProblem(problemOf(error))
      );
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort(new DOMException('left', 'AbortError'));
    };
  }, [heatmap, text]);
  return problem;
}

function problemOf(error: unknown): FilterProblem | undefined {
  if (!isProblem(error) || error.status !== 400) {
    return undefined;
  }
  const field = error.errors.find(({ column }) => column !== undefined) ?? error.errors[0];
  return { message: field?.message ?? error.detail, at: field?.column === undefined ? undefined : field.column - 1 };
}
