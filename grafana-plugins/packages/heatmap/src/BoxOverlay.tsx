import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { selectionColours } from './palette';
import type { Rect } from './types';

interface BoxOverlayProps {
  readonly rect: Rect;
  /** Of the heatmap the box lies on, so that what belongs to the box stays within. */
  readonly width: number;
  /** Shown while the box is being drawn or moved. */
  readonly tag?: string;
  /** Tells several boxes apart. */
  readonly number?: number;
  readonly zoom?: boolean;
  readonly onRemove?: () => void;
}

/** A selection box. It only shows: the heatmap beneath it takes the pointer. */
export function BoxOverlay({ rect, width, tag, number, zoom = false, onRemove }: BoxOverlayProps) {
  const styles = useStyles2(getStyles);
  const right = rect.left + rect.width;
  const overRight = rect.left + LONGEST_TAG - width;
  const leftwards = overRight > 0 && LONGEST_TAG - right < overRight;
  return (
    <div className={cx(styles.box, zoom && styles.zoom)} style={rect} data-testid="heatmap-box">
      {!zoom && HANDLES.map((place) => <span key={place} className={cx(styles.handle, 'handle')} style={at(place)} />)}
      {tag && (
        <span className={cx(styles.tag, rect.top < 34 && styles.below, leftwards && styles.leftwards)}>{tag}</span>
      )}
      {number !== undefined && <span className={styles.number}>{number}</span>}
      {onRemove && (
        <IconButton
          name="times"
          size="sm"
          tooltip="Remove this box"
          className={cx(styles.remove, right + BESIDE > width && styles.within)}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

/** In CSS pixels. */
const LONGEST_TAG = 380;
const BESIDE = 30;

const HANDLES = ['0 0', '50 0', '100 0', '100 50', '100 100', '50 100', '0 100', '0 50'];

function at(place: string) {
  const [left, top] = place.split(' ');
  return { left: `${left}%`, top: `${top}%` };
}

const getStyles = (theme: GrafanaTheme2) => {
  const { selected } = selectionColours(theme);
  return {
    box: css({
      position: 'absolute',
      pointerEvents: 'none',
      border: `2px solid ${selected}`,
      borderRadius: 2,
      boxShadow: `0 0 0 1px ${theme.colors.background.primary}`,
      '&:hover .handle': { opacity: 1 },
    }),
    zoom: css({ border: 'none', background: theme.colors.action.selected, boxShadow: 'none' }),
    handle: css({
      position: 'absolute',
      width: 8,
      height: 8,
      margin: -4,
      borderRadius: 1,
      background: theme.colors.background.primary,
      border: `2px solid ${selected}`,
    }),
    tag: css({
      position: 'absolute',
      bottom: '100%',
      left: -2,
      marginBottom: 8,
      padding: theme.spacing(0.25, 0.75),
      borderRadius: theme.shape.radius.default,
      whiteSpace: 'nowrap',
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
      color: theme.colors.text.primary,
      background: theme.colors.background.elevated,
      boxShadow: theme.shadows.z2,
      zIndex: 2,
    }),
    leftwards: css({ left: 'auto', right: -2 }),
    below: css({ bottom: 'auto', top: '100%', marginTop: 8 }),
    number: css({
      position: 'absolute',
      top: 3,
      left: 5,
      padding: '0 5px',
      borderRadius: theme.shape.radius.default,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      color: theme.colors.getContrastText(selected),
      background: selected,
    }),
    remove: css({
      position: 'absolute',
      top: -10,
      right: -26,
      margin: 0,
      pointerEvents: 'auto',
      borderRadius: theme.shape.radius.default,
      color: theme.colors.text.secondary,
      background: theme.colors.background.primary,
    }),
    within: css({ top: 4, right: 4 }),
  };
};
