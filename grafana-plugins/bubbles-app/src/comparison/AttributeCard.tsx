import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { ComparedAttribute, ComparedValue } from '@hotspan/client';
import { formatCount, formatShare } from '@hotspan/heatmap';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { attributeId, formatDifference, strongestOf } from './cards';
import type { ValueActions } from './ValueMenu';
import { ValueRow } from './ValueRow';

interface AttributeCardProps {
  readonly attribute: ComparedAttribute;
  readonly confidence: number;
  readonly actions: ValueActions;
  readonly onHover: (attribute: ComparedAttribute, value?: ComparedValue) => void;
}

const FEW = 4;

/** One attribute: its values on both sides, those that differ most first. */
export function AttributeCard({ attribute, confidence, actions, onHover }: AttributeCardProps) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  const { key, scope, beyondChance, values, otherValues, sameAs } = attribute;
  const shown = all ? values : values.slice(0, FEW);
  const strongest = strongestOf(attribute);
  return (
    <article className={styles.card} aria-label={key} data-testid="attribute-card">
      <header className={styles.header}>
        <h3 className={styles.key} title={attributeId(attribute)}>
          {key}
        </h3>
        <span className={styles.scope}>{scope}</span>
        {strongest && (
          <span className={cx(styles.difference, !beyondChance && styles.chance)}>
            {formatDifference(strongest.difference)}
          </span>
        )}
      </header>
      {shown.map((value) => (
        <ValueRow
          key={value.value ?? ''}
          attribute={attribute}
          value={value}
          confidence={confidence}
          actions={actions}
          onHover={(hovered) => onHover(attribute, hovered)}
        />
      ))}
      {sameAs.length > 0 && <p className={styles.others}>Same split as {sameAs.map((same) => same.key).join(', ')}</p>}
      {all && otherValues.distinct > 0 && (
        <p className={styles.others}>
          {formatCount(otherValues.distinct)} more values: {formatShare(otherValues.selectedShare)} of the selected,{' '}
          {formatShare(otherValues.baselineShare)} of the others
        </p>
      )}
      {values.length > FEW && (
        <Button size="sm" fill="text" variant="secondary" className={styles.more} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${formatCount(values.length - FEW + otherValues.distinct)} more`}
        </Button>
      )}
    </article>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    paddingBottom: theme.spacing(1),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    minWidth: 0,
  }),
  header: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5, 0.5),
  }),
  key: css({
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.body.fontSize,
    // Room for the tails of g, p and _, which would be cut off.
    lineHeight: theme.typography.body.lineHeight,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  scope: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  difference: css({
    marginLeft: 'auto',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.primary.text,
  }),
  chance: css({ color: theme.colors.text.secondary, fontWeight: 'normal' }),
  others: css({
    margin: theme.spacing(0.5, 1.5, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  more: css({ alignSelf: 'flex-start', marginLeft: theme.spacing(0.5) }),
});
