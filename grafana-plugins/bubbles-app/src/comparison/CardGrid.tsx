import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { ComparedAttribute, ComparedValue, Comparison } from '@hotspan/client';
import { formatCount, formatShare, useWidth } from '@hotspan/heatmap';
import { Collapse, useStyles2 } from '@grafana/ui';
import { useRef, useState } from 'react';
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

const NARROWEST = 320;
const GAP = 12;

/**
 * All attributes: first what the requests were like, then which operations they are and how they ended, which is rather
 * what came of the cause; below the line what differs no more than chance; last what has too many values to compare.
 */
export function CardGrid({ comparison, search, order, actions, onHover }: CardGridProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const groups = useRef<HTMLDivElement>(null);
  const columns = Math.max(1, Math.floor((useWidth(groups, undefined) + GAP) / (NARROWEST + GAP)));
  const { confidence, highCardinality } = comparison;
  const causes = cardsOf(comparison.attributes, search, order);
  const operations = cardsOf(comparison.operations, search, order);
  const outcomes = cardsOf(comparison.outcomes, search, order);
  const chance = [...causes.chance, ...operations.chance, ...outcomes.chance];
  const cards = (attributes: readonly ComparedAttribute[]) =>
    attributes.map((attribute) => (
      <AttributeCard key={attributeId(attribute)} {...{ attribute, confidence, actions, onHover }} />
    ));
  const group = (title: string, attributes: readonly ComparedAttribute[]) =>
    attributes.length > 0 && (
      // Small groups stand side by side where there is room.
      <section className={styles.group} style={{ gridColumn: `span ${Math.min(attributes.length, columns)}` }}>
        <h2 className={styles.title}>{title}</h2>
        {cards(attributes)}
      </section>
    );
  return (
    <>
      <div ref={groups} className={cx(styles.groups, styles.first)}>
        {group('What these requests were like', causes.beyondChance)}
        {group('Which operations they are', operations.beyondChance)}
        {group('How they ended', outcomes.beyondChance)}
      </div>
      {search !== '' &&
        [causes, operations, outcomes].every((found) => found.beyondChance.length === 0) &&
        chance.length === 0 && <p className={styles.note}>No attribute or value holds “{search}”.</p>}
      {chance.length > 0 && (
        // A block of its own: it would stretch over the room that is kept for cards.
        <div>
          <Collapse
            label={`Not more than chance (${chance.length})`}
            isOpen={open || search !== ''}
            onToggle={() => setOpen(!open)}
          >
            <div className={styles.groups}>{cards(chance)}</div>
          </Collapse>
        </div>
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
  groups: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${NARROWEST}px), 1fr))`,
    gap: GAP,
  }),
  // Without a card it takes no room, but is there to be measured.
  first: css({ '&:empty': { marginBottom: -GAP } }),
  group: css({
    display: 'grid',
    gridTemplateColumns: 'subgrid',
    gridTemplateRows: 'auto',
    alignContent: 'start',
    rowGap: theme.spacing(1),
  }),
  title: css({
    gridColumn: '1 / -1',
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
