import { cx } from '@emotion/css';
import type { DecisionSummary } from '@hotspan/client';
import { formatCount } from '@hotspan/heatmap';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';
import { formatRate } from '../numbers';
import { getTableStyles } from '../styles';
import { reasonOf } from './reasons';

interface ReasonTableProps {
  readonly summary: DecisionSummary;
  readonly ruleNames: ReadonlyMap<string, string>;
}

type Group = DecisionSummary['groups'][number];

/** Reasons and policies with what each kept, what was dropped last. */
export function ReasonTable({ summary, ruleNames }: ReasonTableProps) {
  const styles = useStyles2(getTableStyles);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Why</th>
          <th>Policy</th>
          <th className={styles.number}>Traces</th>
          <th className={styles.number}>Share</th>
          <th style={{ width: '22%' }}>
            <span className="sr-only">Share, drawn</span>
          </th>
          <th className={styles.number}>Spans</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(summary.groups).map((group) => (
          <Row
            key={`${group.kept} ${group.reason} ${group.policy}`}
            group={group}
            all={summary.traces}
            ruleName={ruleNames.get(group.policy)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ group, all, ruleName }: { group: Group; all: number; ruleName?: string }) {
  const styles = useStyles2(getTableStyles);
  const { kept, policy, traces, spans, weight } = group;
  const { label, icon, early } = reasonOf(group);
  return (
    <tr className={cx(!kept && styles.quiet)}>
      <td>
        <Icon name={icon} size="sm" /> {label}
        {early && (
          <Tooltip content="Decided before it was due, because the buffer was full">
            <span> (early)</span>
          </Tooltip>
        )}
      </td>
      <td className={styles.code}>{ruleName ?? policy}</td>
      <td className={styles.number}>
        {kept && weight > traces * 1.0005 ? (
          <Tooltip content={`They stand for ${formatCount(weight)}`}>
            <span>{formatCount(traces)}</span>
          </Tooltip>
        ) : (
          formatCount(traces)
        )}
      </td>
      <td className={styles.number}>{formatRate(traces, all)}</td>
      <td className={cx(styles.bar, !kept && styles.greyBar)}>
        <span style={{ width: `max(2px, ${(traces / Math.max(1, all)) * 100}%)` }} />
      </td>
      <td className={styles.number}>{formatCount(spans)}</td>
    </tr>
  );
}

function inOrder(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => Number(b.kept) - Number(a.kept) || b.traces - a.traces);
}
