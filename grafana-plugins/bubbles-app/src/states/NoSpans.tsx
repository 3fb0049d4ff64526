import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Button, ClipboardButton, EmptyState, Stack, useStyles2 } from '@grafana/ui';
import { useServices } from '../api/services';
import { useAnswer } from '../api/useAnswer';
import { intervalOfMillis, type Interval } from '../state/range';

interface NoSpansProps {
  /** In words: "the last 30 minutes". */
  readonly range: string;
  readonly timeZone: TimeZone;
  readonly onShow: (interval: Interval) => void;
}

const SNIPPET = `export OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317
export OTEL_EXPORTER_OTLP_PROTOCOL=grpc
export OTEL_SERVICE_NAME=my-service`;
const AROUND_NEWEST = 30 * 60_000;

/** Nothing has arrived in the range, whatever the filter: how to send something, or where there is something. */
export function NoSpans({ range, timeZone, onShow }: NoSpansProps) {
  const styles = useStyles2(getStyles);
  const { heatmap } = useServices();
  const newest = useAnswer('freshness', (options) => heatmap.freshness(options)).data?.newestSpan;
  const newestMillis = newest ? Date.parse(newest) : undefined;
  return (
    <EmptyState
      variant="call-to-action"
      hideImage
      message={`Nothing has arrived in ${range}`}
      button={
        newestMillis === undefined ? undefined : (
          <Button
            variant="secondary"
            onClick={() => onShow(intervalOfMillis(newestMillis - AROUND_NEWEST, newestMillis + 60_000))}
          >
            Show the newest spans, of {dateTimeFormat(newestMillis, { timeZone })}
          </Button>
        )
      }
    >
      <p>Send OTLP to localhost:4317 (gRPC) or localhost:4318 (HTTP). For an OpenTelemetry SDK that is:</p>
      <Stack direction="row" justifyContent="center" alignItems="flex-start" gap={1}>
        <pre className={styles.snippet}>{SNIPPET}</pre>
        <ClipboardButton variant="secondary" icon="copy" getText={() => SNIPPET}>
          Copy
        </ClipboardButton>
      </Stack>
    </EmptyState>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  snippet: css({
    margin: 0,
    padding: theme.spacing(1, 1.5),
    textAlign: 'left',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
