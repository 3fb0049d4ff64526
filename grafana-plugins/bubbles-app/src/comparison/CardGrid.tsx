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

/**
 * All attributes: first what the requests were like, then which operations they are and how they ended, which is rather
 * what came of the cause; below the line what differs no more than chance; last what has too many values to compare.
 */
export function CardGrid({ comparison, search, order, actions, onHover }: CardGridProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const { confidence, highCardinality } = comparison;
  const causes = cardsOf(comparison.attributes, search, order);
  const operations = cardsOf(comparison.operations, search, order);
  const outcomes = cardsOf(comparison.outcomes, search, order);
  const chance = [...causes.chance, ...operations.chance, ...outcomes.chance];
  const grid = (attributes: readonly ComparedAttribute[]) => (
    <div className={styles.grid}>
      {attributes.map((attribute) => (
        <AttributeCard key={attributeId(attribute)} {...{ attribute, confidence, actions, onHover }} />
      ))}
    </div>
  );
  const group = (title: string, attributes: readonly ComparedAttribute[]) =>
    attributes.length > 0 && (
      <section className={styles.group}>
        <h2 className={styles.title}>{title}</h2>
        {grid(attributes)}
      </section>
    );
  return (
    <>
      {group('What these requests were like', causes.beyondChance)}
      {group('Which operations they are', operations.beyondChance)}
      {group('How they ended', outcomes.beyondChance)}
      {search !== '' &&
        [causes, operations, outcomes].every((cards) => cards.beyondChance.length === 0) &&
        chance.length === 0 && <p className={styles.note}>No attribute or value holds “{search}”.</p>}
      {chance.length > 0 && (
        <Collapse
          label={`Not more than chance (${chance.length})`}
          isOpen={open || search !== ''}
          onToggle={() => setOpen(!open)}
        >
          {grid(chance)}
        </Collapse>
      )}
      {highCardinality.length > 0 && (
        <p className={styles.note}>
          Set aside, too many different values to compare:{' '}
          {highCardinality.map(({ scope, key, distinct, selectedPresent, baselinePresent }, i) => (
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
  group: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  title: css({
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
