import { fieldOf } from '@hotspan/filter';
import type { ComboboxOption } from '@grafana/ui';
import { useCallback } from 'react';
import { useServices } from '../../api/services';
import type { Interval } from '../../state/range';

const MOST = 50;

interface Attributes {
  readonly keys: (typed: string) => Promise<Array<ComboboxOption<string>>>;
  readonly valuesOf: (key: string, typed: string) => Promise<Array<ComboboxOption<string>>>;
}

/** Attributes and values of the stored spans, to choose from; without the service they are typed. */
export function useAttributes(scope: 'resource' | 'span', interval: Interval): Attributes {
  const { heatmap } = useServices();
  const { from, to } = interval;
  const keys = useCallback(
    async (typed: string) => {
      const fields = await heatmap.fields({ from, to }).catch(() => []);
      return fields
        .filter(({ name }) => name.startsWith(`${scope}.`))
        .map(({ name }) => unquoted(name.slice(scope.length + 1)))
        .filter((key) => key.toLowerCase().includes(typed.toLowerCase()))
        .slice(0, MOST)
        .map((key) => ({ value: key }));
    },
    [heatmap, scope, from, to]
  );
  const valuesOf = useCallback(
    async (key: string, typed: string) => {
      if (key === '') {
        return [];
      }
      const query = { from, to, field: fieldOf({ scope, key }), prefix: typed, limit: MOST };
      const { values } = await heatmap.fieldValues(query).catch(() => ({ values: [] }));
      return values.map(({ value }) => ({ value }));
    },
    [heatmap, scope, from, to]
  );
  return { keys, valuesOf };
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name;
}
