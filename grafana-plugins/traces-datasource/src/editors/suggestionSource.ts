import type { TimeRange } from '@grafana/data';
import type { HeatmapClient } from '@hotspan/client';
import type { SuggestionSource } from '@hotspan/filter';
import { lastHour } from '../query/range';
import { rangeOf } from '../query/requests';

/** Fields and values of the range on show. */
export function suggestionsOf(
  client: Pick<HeatmapClient, 'fields' | 'fieldValues'>,
  range: TimeRange = lastHour()
): SuggestionSource {
  const times = rangeOf(range);
  return {
    fields: (signal) => client.fields(times, { signal }),
    values: async (field, prefix, signal) =>
      (await client.fieldValues({ ...times, field, prefix, limit: 20 }, { signal })).values,
  };
}
