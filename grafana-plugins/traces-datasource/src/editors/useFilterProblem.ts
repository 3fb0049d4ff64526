import { isProblem } from '@hotspan/client';
import type { FilterProblem } from '@hotspan/filter';
import { useEffect, useState } from 'react';
import type { TracesDatasource } from '../datasource';

const TYPING_PAUSE_MILLIS = 400;

/** What the service has to say against a filter, once typing pauses. A service that is away says nothing here. */
export function useFilterProblem(filter: string, datasource: TracesDatasource): FilterProblem | undefined {
  const [problem, setProblem] = useState<FilterProblem>();
  useEffect(() => {
    setProblem(undefined);
    if (filter.trim() === '') {
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      // Variables are filled in first: the service knows nothing of them, and columns behind one would be off.
      const filled = datasource.applyTemplateVariables({ refId: '', filter }, {}).filter ?? '';
      datasource.client.parseFilter(filled, { signal: controller.signal }).then(
        () => setProblem(undefined),
        (error: unknown) => {
          const [field] = isProblem(error) ? error.errors : [];
          if (field) {
            setProblem({ message: field.message, column: filled === filter ? field.column : undefined });
          }
        }
      );
    }, TYPING_PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [filter, datasource]);
  return problem;
}
