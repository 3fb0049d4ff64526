import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Heatmap } from '@hotspan/client';
import type { LatencyBox } from '@hotspan/heatmap';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { slowestBox } from './suggestBox';

interface InvitationProps {
  readonly heatmap?: Heatmap;
  readonly onBox: (box: LatencyBox) => void;
}

/** Stands where the answer will be, and says how to ask. */
export function Invitation({ heatmap, onBox }: InvitationProps) {
  const styles = useStyles2(getStyles);
  const box = heatmap && slowestBox(heatmap);
  return (
    <div className={styles.invitation}>
      <Icon name="crosshair" size="lg" />
      <span>
        Drag a box around slow or failing requests, and read here what is different about them. By keyboard: press{' '}
        <kbd>b</kbd>, then the arrow keys.
      </span>
      {box && (
        <Button size="sm" variant="secondary" className={styles.button} onClick={() => onBox(box)}>
          Box the slowest 2 %
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  invitation: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 56,
    padding: theme.spacing(1, 1.5),
    color: theme.colors.text.secondary,
    border: `1px dashed ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    kbd: {
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.secondary,
      color: theme.colors.text.primary,
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
    },
  }),
  button: css({ marginLeft: 'auto', flexShrink: 0 }),
});
