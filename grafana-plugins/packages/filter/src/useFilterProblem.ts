import { type HeatmapClient, isProblem } from '@hotspan/client';
import { useEffect, useState } from 'react';
import { bodyOf, braced } from './compose';

/** What is wrong with a filter. */
export interface FilterProblem {
  readonly message: string;
  /** From 1, into the filter as it stands in the input. */
  readonly column?: number;
}

const TYPING_PAUSE_MILLIS = 250;

/**
 * What the service has to say against a filter, once typing pauses. A service that is away says nothing here.
 *
 * @param meant what the filter comes to where that is not what was typed (variables are filled in); columns are left out then
 */
export function useFilterProblem(
  client: Pick<HeatmapClient, 'parseFilter'>,
  typed: string,
  meant = typed
): FilterProblem | undefined {
  const [problem, setProblem] = useState<FilterProblem>();
  const asked = braced(meant);
  const moved = asked === braced(typed) ? typed.indexOf(bodyOf(typed)) - asked.indexOf(bodyOf(asked)) : undefined;
  useEffect(() => {
    if (asked === '') {
      setProblem(undefined);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      client.parseFilter(asked, { signal: controller.signal }).then(
        () => setProblem(undefined),
        (error: unknown) => {
          if (!controller.signal.aborted) {
            setProblem(problemOf(error, moved));
          }
        }
      );
    }, TYPING_PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, asked, moved]);
  return problem;
}

/** @param moved how far the typed text stands from the one asked about, where its columns are known */
function problemOf(error: unknown, moved: number | undefined): FilterProblem | undefined {
  if (!isProblem(error) || error.status !== 400) {
    return undefined;
  }
  const wrong = error.errors.find(({ column }) => column !== undefined) ?? error.errors[0];
  const column = wrong?.column === undefined || moved === undefined ? undefined : wrong.column + moved;
  return { message: wrong?.message ?? error.detail, column };
}
