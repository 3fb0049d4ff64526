import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import type { SpanRow, Spans } from '@hotspan/client';
import { formatCount, formatNanosInColumn, selectionColours } from '@hotspan/heatmap';
import { Button, Combobox, Icon, useStyles2, type ComboboxOption } from '@grafana/ui';
import type { Answer } from '../api/useAnswer';
import type { SpanOrder } from '../state/pageState';
import { ProblemState } from '../states/ProblemState';
import { Waiting } from '../states/Waiting';
import { isError } from '../trace/tree';

interface SpanTableProps {
  readonly title: string;
  /** Whether to say how many there are: a whole range is counted by the heatmap, whose edges lie elsewhere. */
  readonly counted: boolean;
  readonly answer: Answer<Spans>;
  readonly order: SpanOrder;
  readonly timeZone: TimeZone;
  /** The trace that is open. */
  readonly open?: string;
  readonly hrefOf: (span: SpanRow) => string;
  readonly onOpen: (span: SpanRow) => void;
  readonly onOrderChange: (order: SpanOrder) => void;
}

const ORDERS: Array<ComboboxOption<SpanOrder>> = [
  { value: 'slowest', label: 'slowest first' },
  { value: 'newest', label: 'newest first' },
  { value: 'errors', label: 'errors first' },
];

const NOTHING_STORED =
  'No stored span lies here. Spans that were dropped are counted but not stored, and new ones are stored once their trace is decided.';

/** Time, operation, duration, bar, status, spans, arrow. */
const COLUMN_WIDTHS = [116, undefined, 84, '22%', 80, 90, 36];

/** Spans of the box; each leads to its trace. */
export function SpanTable(props: SpanTableProps) {
  const { title, counted, answer, order, timeZone, open, hrefOf, onOpen, onOrderChange } = props;
  const styles = useStyles2(getStyles);
  const { data, problem, loading, stale, cancelled, cancel, retry } = answer;
  const longest = Math.max(1, ...(data?.spans.map(({ durationNanos }) => durationNanos) ?? []));
  return (
    <section className={styles.section} aria-label={title} aria-busy={loading}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {counted && data && (
          <span className={styles.note}>
            {formatCount(data.spans.length)} of {formatCount(data.total)} stored
          </span>
        )}
        <div className={styles.order}>
          <Combobox<SpanOrder>
            aria-label="Order of traces"
            options={ORDERS}
            value={order}
            width={20}
            onChange={({ value }) => onOrderChange(value)}
          />
        </div>
      </header>
      {problem && <ProblemState service="heatmap-service" problem={problem} onRetry={retry} />}
      {cancelled && (
        <Button variant="secondary" icon="sync" onClick={retry}>
          Cancelled. Ask again
        </Button>
      )}
      {!problem && loading && !data && <Waiting what="Looking for traces" onCancel={cancel} />}
      {!problem && data && data.spans.length === 0 && <p className={styles.note}>{NOTHING_STORED}</p>}
      {!problem && data && data.spans.length > 0 && (
        <table className={cx(styles.table, stale && styles.stale)}>
          <colgroup>
            {COLUMN_WIDTHS.map((width, i) => (
              <col key={i} style={{ width }} />
            ))}
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th>Time</th>
              <th>Operation</th>
              <th>Duration</th>
              <th>Duration, drawn</th>
              <th>Status</th>
              <th>Spans in the trace</th>
              <th>Open</th>
            </tr>
          </thead>
          <tbody>
            {data.spans.map((span) => (
              <Row
                key={span.traceId + span.spanId}
                {...{ span, timeZone, longest, onOpen }}
                href={hrefOf(span)}
                open={span.traceId === open}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  readonly span: SpanRow;
  readonly timeZone: TimeZone;
  readonly longest: number;
  readonly href: string;
  readonly open: boolean;
  readonly onOpen: (span: SpanRow) => void;
}

function Row({ span, timeZone, longest, href, open, onOpen }: RowProps) {
  const styles = useStyles2(getStyles);
  const failed = isError(span.status);
  return (
    <tr className={cx(styles.row, open && styles.open)} onClick={() => onOpen(span)}>
      <td>
        <a
          href={href}
          className={styles.link}
          onClick={(event) => {
            event.stopPropagation();
            // With a modifier the browser opens it elsewhere.
            if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
              event.preventDefault();
              onOpen(span);
            }
          }}
        >
          {dateTimeFormat(Date.parse(span.timestamp), { timeZone, format: 'HH:mm:ss.SSS' })}
        </a>
      </td>
      <td className={styles.operation}>
        <span className={styles.service}>{span.service}</span> {span.name}
      </td>
      <td className={styles.duration}>{formatNanosInColumn(span.durationNanos)}</td>
      <td className={styles.bar}>
        <span style={{ width: `max(2px, ${(span.durationNanos / longest) * 100}%)` }} />
      </td>
      <td className={failed ? styles.error : styles.note}>
        {failed && (
          <>
            <Icon name="exclamation-circle" size="sm" /> error
          </>
        )}
      </td>
      <td className={styles.count}>
        {formatCount(span.traceSpanCount)} {span.traceSpanCount === 1 ? 'span' : 'spans'}
      </td>
      <td className={styles.arrow}>
        <Icon name="angle-right" />
      </td>
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    minHeight: 160,
  }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1.5), marginBottom: theme.spacing(0.5) }),
  title: css({ margin: 0, fontSize: theme.typography.h6.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  order: css({ marginLeft: 'auto' }),
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
    fontSize: theme.typography.bodySmall.fontSize,
    td: { padding: theme.spacing(0.5, 1), borderTop: `1px solid ${theme.colors.border.weak}`, whiteSpace: 'nowrap' },
  }),
  stale: css({ opacity: 0.5 }),
  row: css({ cursor: 'pointer', '&:hover': { background: theme.colors.action.hover } }),
  open: css({ background: theme.colors.action.selected }),
  link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
  operation: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
  service: css({ color: theme.colors.text.secondary, marginRight: theme.spacing(0.5) }),
  duration: css({ textAlign: 'right' }),
  bar: css({
    '& > span': { display: 'block', height: 8, borderRadius: 1, background: selectionColours(theme).selected },
  }),
  error: css({ color: theme.colors.error.text }),
  count: css({ textAlign: 'right', color: theme.colors.text.secondary }),
  arrow: css({ color: theme.colors.text.secondary }),
});
