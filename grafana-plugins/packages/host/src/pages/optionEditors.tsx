import type { SelectableValue, StandardEditorProps, StandardEditorsRegistryItem } from '@grafana/data';
import { Input, RadioButtonGroup, Select, Switch } from '@grafana/ui';

interface Choices {
  options?: Array<SelectableValue<unknown>>;
}

function Radio({ value, onChange, item }: StandardEditorProps<unknown, Choices>) {
  return <RadioButtonGroup fullWidth value={value} options={item.settings?.options ?? []} onChange={onChange} />;
}

function Choice({ id, value, onChange, item }: StandardEditorProps<unknown, Choices>) {
  return (
    <Select
      inputId={id}
      value={value}
      options={item.settings?.options ?? []}
      onChange={(choice) => onChange(choice.value)}
    />
  );
}

function Toggle({ id, value, onChange }: StandardEditorProps<boolean>) {
  return <Switch id={id} value={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

function Text({ id, value, onChange }: StandardEditorProps<string>) {
  return <Input id={id} defaultValue={value} onBlur={(event) => onChange(event.currentTarget.value)} />;
}

function Whole({ id, value, onChange }: StandardEditorProps<number>) {
  return (
    <Input id={id} type="number" defaultValue={value} onBlur={(event) => onChange(event.currentTarget.valueAsNumber)} />
  );
}

/** The editors that panel plugins name in their options; Grafana's own are not on npm. */
export const optionEditors: StandardEditorsRegistryItem[] = [
  { id: 'radio', name: 'Radio', editor: Radio },
  { id: 'select', name: 'Select', editor: Choice },
  { id: 'boolean', name: 'Boolean', editor: Toggle },
  { id: 'text', name: 'Text', editor: Text },
  { id: 'number', name: 'Number', editor: Whole },
];
