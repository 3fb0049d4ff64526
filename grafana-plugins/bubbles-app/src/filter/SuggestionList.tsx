import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import type { Suggestion } from './completion';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly chosen: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** What could be typed next. The input keeps the focus and says which one is chosen. */
export function SuggestionList({ id, suggestions, chosen, onTake }: SuggestionListProps) {
  const styles = useStyles2(getStyles);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  return (
    <ul ref={list} id={id} role="listbox" aria-label="Suggestions" className={styles.list}>
      {suggestions.map((suggestion, i) => (
        <li
          key={suggestion.text}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === chosen}
          className={cx(styles.option, i === chosen && styles.chosen)}
          // Not on click: the input would have lost the focus by then, and with it the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <span className={styles.label}>{suggestion.label}</span>
          <span className={styles.note}>{suggestion.note}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'absolute',
    top: '100%',
    left: 0,
    zIndex: theme.zIndex.dropdown,
    minWidth: 360,
    maxWidth: '100%',
    maxHeight: 320,
    marginTop: theme.spacing(0.5),
    padding: theme.spacing(0.5),
    overflowY: 'auto',
    listStyle: 'none',
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
  }),
  option: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(3),
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    cursor: 'pointer',
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover': { background: theme.colors.action.hover },
  }),
  chosen: css({ background: theme.colors.action.focus }),
  label: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  note: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
