import type { Scope } from '@hotspan/client';
import { Combobox, type ComboboxOption } from '@grafana/ui';

interface ScopePickerProps {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

const OPTIONS: Array<ComboboxOption<Scope>> = [
  { value: 'root', label: 'root spans', description: 'One for each trace: the request as its caller saw it' },
  { value: 'entry', label: 'entry spans', description: 'One for each request that a service took' },
  { value: 'all', label: 'all spans', description: 'Calls within services and to databases, too' },
];

/** Which spans are counted. */
export function ScopePicker({ value, onChange }: ScopePickerProps) {
  return (
    <Combobox<Scope>
      aria-label="Spans to count"
      options={OPTIONS}
      value={value}
      width={20}
      onChange={(option) => onChange(option.value)}
    />
  );
}
