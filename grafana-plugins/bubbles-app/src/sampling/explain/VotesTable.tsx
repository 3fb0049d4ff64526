import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TraceDecision } from '@hotspan/client';
import { Icon, useStyles2, type IconName } from '@grafana/ui';
import { getTableStyles } from '../styles';

interface VotesTableProps {
  readonly decision: TraceDecision;
}

/** What each policy said, in their order; the one that decided is marked. */
export function VotesTable({ decision: { policies, policy, rule, state } }: VotesTableProps) {
  const table = useStyles2(getTableStyles);
  const styles = useStyles2(getStyles);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Policy</th>
          <th>Vote</th>
          <th>As it was then</th>
        </tr>
      </thead>
      <tbody>
        {policies.map(({ name, text, vote }) => {
          const decided = state === 'decided' && !rule && name === policy;
          return (
            <tr key={name} className={cx(decided && styles.decided)}>
              <td className={table.code}>
                {name}
                {decided && <span className={styles.mark}>decided</span>}
              </td>
              <td className={cx(vote.startsWith('no') && table.quiet)}>
                <Icon name={iconOf(vote)} size="sm" /> {vote}
              </td>
              <td className={cx(table.code, table.quiet)}>{text}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function iconOf(vote: string): IconName {
  if (vote === 'drop' || vote === 'keep none') {
    return 'times';
  }
  if (vote.startsWith('keep')) {
    return vote === 'keep' ? 'check' : 'percentage';
  }
  return 'minus';
}

const getStyles = (theme: GrafanaTheme2) => ({
  decided: css({ background: theme.colors.action.selected, fontWeight: theme.typography.fontWeightMedium }),
  mark: css({
    marginLeft: theme.spacing(1),
    color: theme.colors.primary.text,
    fontFamily: theme.typography.fontFamily,
  }),
});
