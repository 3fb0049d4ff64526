import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { braced } from './compose';
import { SuggestionList } from './SuggestionList';
import { applied, type Suggestion, type SuggestionSource } from './suggestions';
import { useSuggestions } from './useSuggestions';

export interface FilterProblem {
  message: string;
  /** From 1, into the filter as it was run. */
  column?: number;
}

export interface FilterInputProps {
  value: string;
  onChange: (value: string) => void;
  /** Enter was pressed; the filter comes in braces, or empty. */
  onRun: (filter: string) => void;
  source: SuggestionSource;
  problem?: FilterProblem;
  id?: string;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  'aria-label'?: string;
}

/**
 * A one-line input for span filters. Arrow keys choose a suggestion, Enter or Tab takes it; Enter without a choice runs the
 * filter; Escape closes the list, Ctrl+Space opens it.
 */
export function FilterInput({
  value,
  onChange,
  onRun,
  source,
  problem,
  id,
  placeholder,
  inputRef,
  ...aria
}: FilterInputProps) {
  const styles = useStyles2(getStyles);
  const own = useId();
  const input = useRef<HTMLInputElement>(null);
  const [cursor, setCursor] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState(-1);
  const { completion, suggestions } = useSuggestions(value, cursor, open, source);
  const shown = open && suggestions.length > 0;
  const listId = `${own}-list`;

  const follow = () => setCursor(input.current?.selectionStart ?? value.length);
  const close = () => {
    setOpen(false);
    setChoice(-1);
  };
  const take = (suggestion: Suggestion) => {
    const next = applied(value, completion, suggestion);
    onChange(next.filter);
    setChoice(-1);
    // The input has the new text only after this render.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.cursor, next.cursor);
      setCursor(next.cursor);
    });
  };
  const move = (step: number) => {
    setOpen(true);
    if (shown) {
      setChoice((current) => (Math.max(current, step < 0 ? 0 : -1) + step + suggestions.length) % suggestions.length);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown ? suggestions[choice] : undefined;
    if (event.key === 'ArrowDown') {
      move(1);
    } else if (event.key === 'ArrowUp') {
      move(-1);
    } else if (event.key === 'Enter') {
      if (chosen) {
        take(chosen);
      } else {
        close();
        onRun(braced(value));
      }
    } else if (event.key === 'Tab' && chosen) {
      take(chosen);
    } else if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      close();
    } else if (event.key === ' ' && event.ctrlKey) {
      setOpen(true);
    } else {
      return;
    }
    if (event.key !== 'Tab' || chosen) {
      event.preventDefault();
    }
  };

  return (
    <div className={styles.wrapper}>
      <div className={styles.line}>
        <input
          ref={(element) => {
            input.current = element;
            if (typeof inputRef === 'function') {
              inputRef(element);
            } else if (inputRef) {
              inputRef.current = element;
            }
          }}
          id={id}
          className={cx(styles.input, problem && styles.invalid)}
          value={value}
          placeholder={placeholder ?? '{ resource.service.name = "api-gateway" && duration > 1s }'}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && choice >= 0 ? `${listId}-${choice}` : undefined}
          aria-invalid={Boolean(problem)}
          aria-describedby={problem ? `${own}-problem` : undefined}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setCursor(event.currentTarget.selectionStart ?? 0);
            setOpen(true);
            setChoice(-1);
          }}
          onSelect={follow}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onBlur={close}
          {...aria}
        />
        {problem?.column && (
          <span aria-hidden className={styles.mark} style={{ left: `calc(8px + ${problem.column - 1}ch)` }} />
        )}
      </div>
      {shown && (
        <SuggestionList id={listId} suggestions={suggestions} choice={choice} kind={completion.kind} onTake={take} />
      )}
      {problem && (
        <div id={`${own}-problem`} role="alert" className={styles.problem}>
          {problem.message}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  wrapper: css({ position: 'relative', flex: 1, minWidth: 0 }),
  line: css({
    position: 'relative',
    overflow: 'hidden',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: 13,
  }),
  input: css({
    width: '100%',
    height: theme.spacing(theme.components.height.md),
    padding: theme.spacing(0, 1),
    font: 'inherit',
    color: theme.components.input.text,
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    '&:hover': { borderColor: theme.components.input.borderHover },
    '&:focus': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
    '&::placeholder': { color: theme.colors.text.disabled },
  }),
  invalid: css({ borderColor: theme.colors.error.border }),
  mark: css({
    position: 'absolute',
    bottom: 5,
    width: '1ch',
    minWidth: 6,
    borderBottom: `2px solid ${theme.colors.error.text}`,
    pointerEvents: 'none',
  }),
  problem: css({
    marginTop: theme.spacing(0.5),
    color: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
