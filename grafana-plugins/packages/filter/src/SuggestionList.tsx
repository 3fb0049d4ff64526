import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import type { Completion } from './completion';
import type { Suggestion } from './suggestions';

interface Props {
  id: string;
  suggestions: Suggestion[];
  choice: number;
  kind: Completion['kind'];
  onTake: (suggestion: Suggestion) => void;
}

const TITLES = { field: 'Fields', operator: 'Operators', value: 'Values', logic: 'Continue with', nothing: '' };

export function SuggestionList({ id, suggestions, choice, kind, onTake }: Props) {
  const styles = useStyles2(getStyles);
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Not returned: some browsers answer with a promise, which React would take for a clean-up.
    chosen.current?.scrollIntoView?.({ block: 'nearest' });
  }, [choice]);
  return (
    <ul id={id} role="listbox" aria-label={TITLES[kind]} className={styles.list}>
      {suggestions.map((suggestion, i) => (
        <li
          key={suggestion.label}
          id={`${id}-${i}`}
          ref={i === choice ? chosen : undefined}
          role="option"
          aria-selected={i === choice}
          className={cx(styles.item, i === choice && styles.chosen)}
          // Before the input loses its focus, which would close the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <span className={styles.label}>{suggestion.label}</span>
          <span className={styles.detail}>{suggestion.detail}</span>
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
    minWidth: 360,
    maxWidth: '100%',
    maxHeight: 320,
    overflowY: 'auto',
    margin: theme.spacing(0.5, 0, 0),
    padding: theme.spacing(0.5),
    listStyle: 'none',
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    zIndex: theme.zIndex.dropdown,
  }),
  item: css({
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
  detail: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
