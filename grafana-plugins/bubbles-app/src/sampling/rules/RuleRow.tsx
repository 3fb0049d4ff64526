import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import type { ForceRule } from '@hotspan/client';
import { formatCount } from '@hotspan/heatmap';
import { Badge, Button, Icon, IconButton, Stack, Switch, Tooltip, useStyles2 } from '@grafana/ui';
import { getTableStyles } from '../styles';
import { Countdown } from './Countdown';
import { matchText } from './matchText';

export interface RuleActions {
  /** Id of the rule that is being changed now. */
  readonly busy?: string;
  readonly timeZone: TimeZone;
  readonly onToggle: (rule: ForceRule) => void;
  readonly onExtend: (rule: ForceRule) => void;
  readonly onEdit: (rule: ForceRule) => void;
  readonly onDelete: (rule: ForceRule) => void;
}

/** One rule, and what can be done with it. */
export function RuleRow({
  rule,
  busy,
  timeZone,
  onToggle,
  onExtend,
  onEdit,
  onDelete,
}: RuleActions & { rule: ForceRule }) {
  const table = useStyles2(getTableStyles);
  const styles = useStyles2(getStyles);
  const { action, enabled, priority, state, created_by: maker, retroactive_from: since } = rule;
  const disabled = busy === rule.id;
  const match = matchText(rule.match);
  const name = rule.description || match;
  return (
    <tr className={cx(state !== 'in_force' && table.quiet)}>
      <td>
        <Switch
          value={enabled}
          disabled={disabled || state === 'expired'}
          aria-label={`${name}: on`}
          onChange={() => onToggle(rule)}
        />
      </td>
      <td>
        {rule.description && <div className={styles.description}>{rule.description}</div>}
        <div className={cx(table.code, table.quiet)}>{match}</div>
      </td>
      <td>
        {action === 'force_keep' ? (
          <Badge text="keep" icon="check" color="blue" />
        ) : (
          <Badge text="drop" icon="times" color="orange" />
        )}
      </td>
      <td className={table.number}>{priority}</td>
      <td className={table.number}>
        <Matches rule={rule} />
      </td>
      <td className={table.number}>
        <Countdown until={rule.expires_at} timeZone={timeZone} />
      </td>
      <td>
        {maker || 'unknown'}
        {since && (
          <Tooltip content={`Also for traces since ${dateTimeFormat(Date.parse(since), { timeZone })}`}>
            <span className={styles.since}>
              <Icon name="history" size="sm" /> and the past
            </span>
          </Tooltip>
        )}
      </td>
      <td>
        <Stack gap={1} alignItems="center" justifyContent="flex-end">
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            disabled={disabled}
            aria-label={`${name}: 30 minutes more`}
            onClick={() => onExtend(rule)}
          >
            +30 min
          </Button>
          <IconButton name="pen" tooltip={`Edit ${name}`} onClick={() => onEdit(rule)} />
          <IconButton name="trash-alt" tooltip={`Delete ${name}`} onClick={() => onDelete(rule)} />
        </Stack>
      </td>
    </tr>
  );
}

function Matches({ rule: { matches, max_matches: cap, state } }: { rule: ForceRule }) {
  const styles = useStyles2(getStyles);
  if (!cap) {
    return formatCount(matches);
  }
  return (
    <>
      {formatCount(matches)} of {formatCount(cap)}
      {state === 'used_up' && ' (used up)'}
      <span className={styles.track}>
        <span style={{ width: `${Math.min(1, matches / cap) * 100}%` }} />
      </span>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  description: css({ fontWeight: theme.typography.fontWeightMedium }),
  track: css({
    display: 'block',
    height: 3,
    borderRadius: 2,
    overflow: 'hidden',
    background: theme.colors.background.secondary,
    '& > span': { display: 'block', height: '100%', background: theme.colors.text.secondary },
  }),
  since: css({ display: 'block', color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
