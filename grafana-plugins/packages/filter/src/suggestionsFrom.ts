import type { HeatmapClient } from '@hotspan/client';
import type { SuggestionSource } from './suggestions';

const MOST_VALUES = 50;

/** Fields and values of the spans in a range, from the service that draws them. */
export function suggestionsFrom(
  client: Pick<HeatmapClient, 'fields' | 'fieldValues'>,
  { from, to }: { readonly from: string; readonly to: string }
): SuggestionSource {
  return {
    fields: (signal) => client.fields({ from, to }, { signal }),
    values: async (field, prefix, signal) =>
      (await client.fieldValues({ from, to, field, prefix, limit: MOST_VALUES }, { signal })).values,
  };
}
