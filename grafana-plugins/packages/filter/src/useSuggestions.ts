import { useEffect, useMemo, useRef, useState } from 'react';
import { type Completion, completionAt } from './completion';
import type { FieldType } from './compose';
import {
  durationSuggestions,
  fieldSuggestions,
  logicSuggestions,
  operatorSuggestions,
  type SuggestedField,
  type SuggestedValue,
  type Suggestion,
  type SuggestionSource,
  valueSuggestions,
} from './suggestions';

const TYPING_PAUSE_MILLIS = 150;

interface Found {
  completion: Completion;
  suggestions: Suggestion[];
}

/** Suggestions at the cursor while `active`; none when the source fails, since a filter can be typed without them. */
export function useSuggestions(filter: string, cursor: number, active: boolean, source: SuggestionSource): Found {
  const completion = useMemo(() => completionAt(filter, cursor), [filter, cursor]);
  const fields = useFields(active, source);
  const { kind, prefix } = completion;
  const field = 'field' in completion ? completion.field : undefined;
  const type = typeOf(fields, field);
  const values = useValues(active && kind === 'value' && type !== 'duration' ? field : undefined, prefix, source);

  const suggestions = useMemo(() => {
    switch (kind) {
      case 'field':
        return fieldSuggestions(fields, prefix);
      case 'operator':
        return operatorSuggestions(type, prefix);
      case 'value':
        return type === 'duration' ? durationSuggestions(prefix) : valueSuggestions(values, type);
      case 'logic':
        return logicSuggestions(prefix);
      case 'nothing':
        return [];
    }
  }, [kind, prefix, type, fields, values]);
  return { completion, suggestions };
}

function useFields(active: boolean, source: SuggestionSource): SuggestedField[] {
  const [fields, setFields] = useState<SuggestedField[]>([]);
  const asked = useRef<SuggestionSource>(undefined);
  useEffect(() => {
    if (!active || asked.current === source) {
      return undefined;
    }
    const controller = new AbortController();
    asked.current = source;
    source.fields(controller.signal).then(setFields, () => {
      asked.current = undefined;
    });
    return () => controller.abort();
  }, [active, source]);
  return fields;
}

function useValues(field: string | undefined, prefix: string, source: SuggestionSource) {
  const [values, setValues] = useState<SuggestedValue[]>([]);
  useEffect(() => {
    if (!field) {
      setValues([]);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      source.values(field, prefix, controller.signal).then(setValues, () => undefined);
    }, TYPING_PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [field, prefix, source]);
  return values;
}

function typeOf(fields: SuggestedField[], name: string | undefined): FieldType {
  return fields.find((field) => field.name === name)?.type ?? (name === 'duration' ? 'duration' : 'string');
}
