import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';
import type { FieldValues } from '@hotspan/client';

/** Values of a field, the most frequent first: what query variables choose from. */
export function valuesFrame({ values }: FieldValues, refId: string): DataFrame {
  return createDataFrame({
    refId,
    name: 'Values',
    fields: [
      { name: 'text', type: FieldType.string, values: values.map(({ value }) => value) },
      { name: 'count', type: FieldType.number, values: values.map(({ count }) => count) },
    ],
  });
}
