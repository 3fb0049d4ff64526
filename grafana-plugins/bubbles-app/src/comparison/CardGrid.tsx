import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { ComparedAttribute, ComparedValue, Comparison } from '@hotspan/client';
import { formatCount, formatShare } from '@hotspan/heatmap';
import { Collapse, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { CardOrder } from '../state/pageState';
import { AttributeCard } from './AttributeCard';
import { attributeId, cardsOf } from './cards';
import type { ValueActions } from './ValueMenu';

interface CardGridProps {
  readonly comparison: Comparison;
  readonly search: string;
  readonly order: CardOrder;
  readonly actions: ValueActions;
  readonly onHover: (attribute: ComparedAttribute, value?: ComparedValue) => void;
}

/** All attributes: what differs, below the line what does not, and what has too many values to compare. */
export function CardGrid({ comparison, search, order, actions, onHover }: CardGridProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const { beyondChance, chance } = cardsOf(comparison.attributes, search, order);
  const grid = (attributes: readonly ComparedAttribute[]) => (
    <div className={styles.grid}>
      {attributes.map((attribute) => (
        <AttributeCard key={attributeId(attribute)} {...{ attribute, actions, onHover }} />
      ))}
    </div>
  );
  return (
    <>
      {beyondChance.length > 0 && grid(beyondChance)}
      {beyondChance.length === 0 && chance.length === 0 && (
        <p className={styles.note}>No attribute or value holds “{search}”.</p>
      )}
      {chance.length > 0 && (
        <Collapse
          label={`Not more than chance (${chance.length})`}
          isOpen={open || search !== ''}
          onToggle={() => setOpen(!open)}
        >
          {grid(chance)}
        </Collapse>
      )}
      {comparison.highCardinality.length > 0 && (
        <p className={styles.note}>
          Set aside, too many different values to compare:{' '}
          {comparison.highCardinality.map(({ scope, key, distinct, selectedPresent, baselinePresent }, i) => (
            <span key={`${scope}.${key}`}>
              {i > 0 && ', '}
              <code>{key}</code> ({formatCount(distinct)} values; on {formatShare(selectedPresent)} of the selected,{' '}
              {formatShare(baselinePresent)} of the others)
            </span>
          ))}
        </p>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
