import type { SuggestionSource } from '@hotspan/filter';
import { Combobox, type ComboboxOption } from '@grafana/ui';
import { useCallback } from 'react';

interface Props {
  value: string | undefined;
  source: SuggestionSource;
  onChange: (field: string) => void;
}

/** One field of those that spans have; a name that none has yet can be typed. */
export function FieldSelect({ value, source, onChange }: Props) {
  const options = useCallback(
    async (typed: string): Promise<ComboboxOption[]> => {
      const fields = await source.fields(new AbortController().signal).catch(() => []);
      return fields
        .filter(({ name, type }) => type !== 'duration' && name.toLowerCase().includes(typed.toLowerCase()))
        .map(({ name }) => ({ value: name, label: name }));
    },
    [source]
  );
  return (
    <Combobox
      aria-label="Field"
      width={40}
      createCustomValue
      placeholder="resource.service.name"
      value={value ?? null}
      options={options}
      onChange={(option) => onChange(option.value)}
    />
  );
}
