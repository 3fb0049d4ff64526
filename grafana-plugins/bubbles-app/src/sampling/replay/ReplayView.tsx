import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Replay } from '@hotspan/client';
import { formatCount } from '@hotspan/heatmap';
import { Alert, Icon, TextLink, useStyles2 } from '@grafana/ui';
import { Waiting } from '../../states/Waiting';
import { reasonOf } from '../kept/reasons';
import { getTableStyles } from '../styles';
import { outcomeSentence, reasonsOf, totalsOf } from './outcome';

interface ReplayViewProps {
  readonly replay: Replay;
  readonly explainHref: (traceId: string) => string;
}

/** A run: how far it is, or the sentence and both sides beside each other. */
export function ReplayView({ replay, explainHref }: ReplayViewProps) {
  const styles = useStyles2(getStyles);
  const { state, offsetsRead, offsetsTotal, failure, notices, errorsLost } = replay;
  if (state === 'failed') {
    return (
      <Alert severity="error" title="The run failed" bottomSpacing={0}>
        {failure}
      </Alert>
    );
  }
  return (
    <div>
      {state === 'running' && (
        <Waiting
          what={`${formatCount(offsetsRead)} of ${formatCount(offsetsTotal)} records read`}
          share={offsetsTotal > 0 ? Math.min(1, offsetsRead / offsetsTotal) : undefined}
        />
      )}
      {state === 'cancelled' && (
        <p className={styles.quiet}>Cancelled: what is said here is of the part that was read.</p>
      )}
      {(state !== 'running' || offsetsRead > 0) && (
        <p className={styles.sentence} role={state === 'running' ? undefined : 'status'} data-testid="outcome">
          <strong>{outcomeSentence(replay)}</strong>
        </p>
      )}
      {notices.map((notice) => (
        <p key={notice} className={styles.quiet}>
          <Icon name="info-circle" size="sm" /> {notice}
        </p>
      ))}
      <Totals replay={replay} />
      <Reasons replay={replay} />
      {errorsLost.traceIds.length > 0 && (
        <>
          <h3 className={styles.title}>Failed traces that would be lost</h3>
          <ul className={styles.lost}>
            {errorsLost.traceIds.map((traceId) => (
              <li key={traceId}>
                <TextLink href={explainHref(traceId)} variant="bodySmall">
                  {traceId}
                </TextLink>
              </li>
            ))}
          </ul>
          {errorsLost.traces > errorsLost.traceIds.length && (
            <p className={styles.quiet}>
              The first {formatCount(errorsLost.traceIds.length)} of {formatCount(errorsLost.traces)}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Totals({ replay }: { replay: Replay }) {
  const { table, number, quiet } = useStyles2(getTableStyles);
  return (
    <table className={table}>
      <thead>
        <tr>
          <th>
            <span className="sr-only">What</span>
          </th>
          <th className={number}>Now</th>
          <th className={number}>Candidate</th>
          <th className={number}>Change</th>
        </tr>
      </thead>
      <tbody>
        {totalsOf(replay).map(({ name, now, candidate, change }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className={number}>{now}</td>
            <td className={number}>{candidate}</td>
            <td className={cx(number, quiet)}>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reasons({ replay }: { replay: Replay }) {
  const styles = useStyles2(getStyles);
  const { table, number, quiet, code } = useStyles2(getTableStyles);
  return (
    <table className={cx(table, styles.reasons)}>
      <thead>
        <tr>
          <th>Traces, by why</th>
          <th>Policy</th>
          <th className={number}>Now</th>
          <th className={number}>Candidate</th>
        </tr>
      </thead>
      <tbody>
        {reasonsOf(replay).map(({ kept, reason, policy, now, candidate }) => {
          const { label, icon } = reasonOf({ kept, reason });
          return (
            <tr key={`${kept} ${reason} ${policy}`} className={cx(!kept && quiet)}>
              <td>
                <Icon name={icon} size="sm" /> {label}
              </td>
              <td className={code}>{policy}</td>
              <td className={number}>{formatCount(now)}</td>
              <td className={number}>{formatCount(candidate)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sentence: css({ margin: theme.spacing(0, 0, 1), lineHeight: 1.7, fontVariantNumeric: 'tabular-nums' }),
  quiet: css({
    margin: theme.spacing(0, 0, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  reasons: css({ marginTop: theme.spacing(1.5) }),
  title: css({
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  lost: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    maxHeight: 120,
    overflowY: 'auto',
    listStyle: 'none',
    fontFamily: theme.typography.fontFamilyMonospace,
  }),
});
