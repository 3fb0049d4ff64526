import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';

interface TraceIdProps {
  readonly traceId: string;
}

/** A trace id that can be taken along. */
export function TraceId({ traceId }: TraceIdProps) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.id}>
      {traceId}
      <ClipboardButton
        size="sm"
        variant="secondary"
        fill="text"
        icon="copy"
        aria-label="Copy the trace id"
        getText={() => traceId}
      />
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  id: css({ display: 'inline-flex', alignItems: 'center', fontFamily: theme.typography.fontFamilyMonospace }),
});
