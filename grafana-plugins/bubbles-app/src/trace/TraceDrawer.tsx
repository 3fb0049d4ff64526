import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Drawer, Stack, TextLink, useStyles2 } from '@grafana/ui';
import type { ValueActions } from '../comparison/ValueMenu';
import { TraceId } from './TraceId';
import { TraceView } from './TraceView';

interface TraceDrawerProps {
  readonly traceId: string;
  /** An ordinary trace to read beside it. */
  readonly pairId?: string;
  readonly spanId?: string;
  readonly timeZone: TimeZone;
  /** Where it is explained why a trace was kept. */
  readonly explainHref: (traceId: string) => string;
  readonly actions: ValueActions;
  readonly onSelect: (spanId: string | undefined) => void;
  readonly onClose: () => void;
}

/** A trace over the page, or two to compare. */
export function TraceDrawer({
  traceId,
  pairId,
  spanId,
  timeZone,
  explainHref,
  actions,
  onSelect,
  onClose,
}: TraceDrawerProps) {
  const styles = useStyles2(getStyles);
  return (
    <Drawer
      title={pairId ? 'Trace pair' : 'Trace'}
      subtitle={
        pairId ? (
          'The slowest selected trace, and an ordinary one of the same operation; each on its own time scale'
        ) : (
          <Stack gap={2} alignItems="center">
            <TraceId traceId={traceId} />
            <TextLink href={explainHref(traceId)} inline={false} variant="bodySmall">
              Why was it kept?
            </TextLink>
          </Stack>
        )
      }
      size="lg"
      scrollableContent={false}
      onClose={onClose}
    >
      <div className={styles.content}>
        {pairId && (
          <h3 className={styles.title}>
            Selected <TraceId traceId={traceId} />
          </h3>
        )}
        <TraceView traceId={traceId} selected={spanId} focusFirst {...{ timeZone, explainHref, actions, onSelect }} />
        {pairId && (
          <>
            <h3 className={styles.title}>
              Ordinary <TraceId traceId={pairId} />
            </h3>
            <TraceView traceId={pairId} selected={spanId} {...{ timeZone, explainHref, actions, onSelect }} />
          </>
        )}
      </div>
    </Drawer>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  content: css({
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    gap: theme.spacing(1),
  }),
  title: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
});
