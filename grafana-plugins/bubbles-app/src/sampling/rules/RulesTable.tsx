import type { ForceRule } from '@hotspan/client';
import { useStyles2 } from '@grafana/ui';
import { getTableStyles } from '../styles';
import { RuleRow, type RuleActions } from './RuleRow';

interface RulesTableProps extends RuleActions {
  readonly label: string;
  readonly rules: readonly ForceRule[];
}

/** Rules as they are asked, the highest priority first. */
export function RulesTable({ label, rules, ...actions }: RulesTableProps) {
  const styles = useStyles2(getTableStyles);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th>On</th>
          <th>Rule</th>
          <th>Action</th>
          <th className={styles.number}>Priority</th>
          <th className={styles.number}>Matches</th>
          <th className={styles.number}>Ends in</th>
          <th>Made by</th>
          <th>
            <span className="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} {...actions} />
        ))}
      </tbody>
    </table>
  );
}
