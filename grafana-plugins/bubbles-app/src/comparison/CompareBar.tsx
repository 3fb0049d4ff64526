import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { selectionColours } from '@hotspan/heatmap';
import { Checkbox, Combobox, FilterInput, useStyles2, type ComboboxOption } from '@grafana/ui';
import type { Against, CardOrder } from '../state/pageState';

interface CompareBarProps {
  readonly against: Against;
  readonly sameOperation: boolean;
  readonly order: CardOrder;
  readonly search: string;
  readonly onChange: (change: { against?: Against; sameOperation?: boolean; order?: CardOrder }) => void;
  readonly onSearch: (search: string) => void;
}

const AGAINST: Array<ComboboxOption<Against>> = [
  { value: 'rest', label: 'the rest', description: 'All other spans of the range' },
  { value: 'before', label: 'the time before', description: 'As long as the box, just before it' },
  { value: 'yesterday', label: 'yesterday', description: 'The same time, a day earlier' },
  { value: 'last-week', label: 'last week', description: 'The same time, a week earlier' },
];
const ORDERS: Array<ComboboxOption<CardOrder>> = [
  { value: 'strength', label: 'strength' },
  { value: 'name', label: 'name' },
];

/** What the selection is compared with, and how the cards stand. */
export function CompareBar({ against, sameOperation, order, search, onChange, onSearch }: CompareBarProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      <span className={styles.key}>
        <span className={styles.selected} /> selected
        <span className={styles.baseline} /> baseline
      </span>
      <label className={styles.item}>
        compare with
        <Combobox<Against>
          options={AGAINST}
          value={against}
          width={18}
          onChange={({ value }) => onChange({ against: value })}
        />
      </label>
      <Checkbox
        className={styles.check}
        label="within the same operation"
        value={sameOperation}
        disabled={against !== 'rest'}
        onChange={(event) => onChange({ sameOperation: event.currentTarget.checked })}
      />
      <label className={styles.right}>
        sort
        <Combobox<CardOrder>
          options={ORDERS}
          value={order}
          width={14}
          onChange={({ value }) => onChange({ order: value })}
        />
      </label>
      <FilterInput
        width={28}
        aria-label="Search attributes and values"
        placeholder="Attribute or value"
        value={search}
        onChange={onSearch}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const { selected, baseline } = selectionColours(theme);
  const swatch = { width: 12, height: 12, borderRadius: 2 };
  return {
    bar: css({
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      color: theme.colors.text.secondary,
    }),
    key: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) }),
    selected: css({ ...swatch, background: selected }),
    baseline: css({ ...swatch, background: baseline, marginLeft: theme.spacing(1) }),
    // As the labels beside it.
    check: css({
      '& > span:last-child': {
        color: theme.colors.text.secondary,
        fontSize: theme.typography.body.fontSize,
        fontWeight: theme.typography.fontWeightRegular,
      },
    }),
    item: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), whiteSpace: 'nowrap' }),
    right: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginLeft: 'auto' }),
  };
};
