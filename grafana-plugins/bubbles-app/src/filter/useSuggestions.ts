import type { Field } from '@hotspan/client';
import { formatCompact } from '@hotspan/heatmap';
import { useEffect, useState } from 'react';
import { useServices } from '../api/services';
import type { Interval } from '../state/range';
import { JOINT_SUGGESTIONS, operatorSuggestions, valueText, type Suggestion, type Wanted } from './completion';

const PAUSE_MILLIS = 150;
const MOST = 50;
const NOTHING: readonly Suggestion[] = [];

/** What to suggest for the text at the cursor. Fields and values come from the spans of the range. */
export function useSuggestions(wanted: Wanted, active: boolean, interval: Interval): readonly Suggestion[] {
  const fields = useFields(active, interval);
  const field = wanted.kind === 'value' ? wanted.field : undefined;
  const type = fields.find(({ name }) => name === field)?.type;
  const values = useValues(active ? field : undefined, wanted.kind === 'value' ? wanted.prefix : '', interval);
  switch (wanted.kind) {
    case 'field':
      return fieldSuggestions(fields, wanted.prefix);
    case 'operator':
      return operatorSuggestions(type).filter(({ text }) => text.startsWith(wanted.prefix));
    case 'value':
      return values.map(({ value, count }) => ({
        text: valueText(value, type),
        label: value,
        note: formatCompact(count),
      }));
    case 'joint':
      return JOINT_SUGGESTIONS.filter(({ text }) => text.startsWith(wanted.prefix));
    case 'nothing':
      return NOTHING;
  }
}

/** Fields whose name holds the prefix; those that begin with it, or whose last part does, come first. */
export function fieldSuggestions(fields: readonly Field[], prefix: string): Suggestion[] {
  const wanted = prefix.toLowerCase();
  const rank = (name: string) => {
    const lower = name.toLowerCase();
    const bare = lower.replace(/^(span|resource)\./, '');
    return lower.startsWith(wanted) ? 0 : bare.startsWith(wanted) ? 1 : lower.includes(wanted) ? 2 : 3;
  };
  return fields
    .map((field) => ({ field, rank: rank(field.name) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.field.name.localeCompare(b.field.name))
    .slice(0, MOST)
    .map(({ field }) => ({
      text: `${field.name} `,
      label: field.name,
      note: `${field.type}, ${formatCompact(field.distinct)} values`,
    }));
}

function useFields(active: boolean, { from, to }: Interval): readonly Field[] {
  const { heatmap } = useServices();
  const [fields, setFields] = useState<readonly Field[]>([]);
  const needed = active && fields.length === 0;
  useEffect(() => {
    if (!needed) {
      return;
    }
    const controller = new AbortController();
    // Without suggestions the filter can still be typed: a failure here is no reason to disturb.
    heatmap.fields({ from, to }, { signal: controller.signal }).then(setFields, () => undefined);
    return () => controller.abort(new DOMException('left', 'AbortError'));
    // Fields of a slightly older range are as good: asking anew at every refresh would be waste.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [heatmap, needed]);
  return fields;
}

type Values = ReadonlyArray<{ value: string; count: number }>;

function useValues(field: string | undefined, prefix: string, { from, to }: Interval): Values {
  const { heatmap } = useServices();
  const [values, setValues] = useState<Values>([]);
  useEffect(() => {
    setValues([]);
    if (!field) {
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      heatmap
        .fieldValues({ field, prefix, from, to, limit: MOST }, { signal: controller.signal })
        .then((answer) => setValues(answer.values))
        .catch(() => undefined);
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort(new DOMException('left', 'AbortError'));
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [heatmap, field, prefix]);
  return values;
}
