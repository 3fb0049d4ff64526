import { Menu } from '@grafana/ui';
import { conditionOf, not, type AttributeName } from '@hotspan/filter';

/** What can be done with a value. */
export interface ValueActions {
  readonly onFilter: (condition: string) => void;
  readonly onLight?: (condition: string) => void;
}

interface ValueMenuProps {
  readonly attribute: AttributeName;
  readonly value: string | null;
  readonly actions: ValueActions;
}

/** The menu of a value, on a card or in a span's details. */
export function ValueMenu({ attribute, value, actions: { onFilter, onLight } }: ValueMenuProps) {
  const condition = conditionOf(attribute, value);
  return (
    <Menu>
      <Menu.Item label="Filter in" icon="search-plus" onClick={() => onFilter(condition)} />
      <Menu.Item label="Filter out" icon="search-minus" onClick={() => onFilter(not(condition))} />
      {onLight && <Menu.Item label="Light its cells" icon="eye" onClick={() => onLight(condition)} />}
      <Menu.Divider />
      {value !== null && <Menu.Item label="Copy value" icon="copy" onClick={() => copy(value)} />}
      <Menu.Item label="Copy condition" icon="copy" onClick={() => copy(condition)} />
    </Menu>
  );
}

function copy(text: string): void {
  void navigator.clipboard?.writeText(text);
}
