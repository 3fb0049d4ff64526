import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, IconButton, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';
import { braced } from './compose';
import { FilterText } from './FilterText';
import { actionOf } from './keys';
import { SuggestionList } from './SuggestionList';
import { applied, type Suggestion, type SuggestionSource } from './suggestions';
import type { FilterProblem } from './useFilterProblem';
import { useSuggestions } from './useSuggestions';

export interface FilterInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter was pressed, or the filter cleared; it comes in braces, or empty. */
  readonly onRun: (filter: string) => void;
  readonly source: SuggestionSource;
  readonly problem?: FilterProblem;
  readonly id?: string;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly 'aria-label'?: string;
}

/**
 * The filter in one line, with colours, completion and a wavy line where it is wrong. Arrow keys choose a suggestion, Enter or
 * Tab takes it; Enter without a choice runs the filter; Escape closes the list, Ctrl+Space opens it.
 */
export function FilterInput({
  value,
  onChange,
  onRun,
  source,
  problem,
  id,
  placeholder = '{ resource.service.name = "api-gateway" && duration > 1s }',
  inputRef,
  ...aria
}: FilterInputProps) {
  const styles = useStyles2(getStyles);
  const own = useId();
  const ids = { list: `${own}-list`, problem: `${own}-problem` };
  const [cursor, setCursor] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState(-1);
  const [scroll, setScroll] = useState(0);
  const input = useRef<HTMLInputElement | null>(null);
  // A new text puts the browser's cursor at its end; a suggestion may mean another place.
  const pending = useRef<{ filter: string; cursor: number }>(undefined);
  useLayoutEffect(() => {
    if (pending.current?.filter === value) {
      input.current?.setSelectionRange(pending.current.cursor, pending.current.cursor);
      pending.current = undefined;
    }
  }, [value]);
  const { completion, suggestions } = useSuggestions(value, cursor, open, source);
  const shown = open && suggestions.length > 0;

  const edit = (next: { filter: string; cursor: number }) => {
    onChange(next.filter);
    setCursor(next.cursor);
    setChoice(-1);
    setOpen(true);
  };
  const take = (suggestion: Suggestion) => {
    const next = applied(value, completion, suggestion);
    pending.current = next;
    edit(next);
  };
  const close = () => {
    setOpen(false);
    setChoice(-1);
  };
  const run = (filter: string) => {
    close();
    onRun(braced(filter));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(event, shown, choice, suggestions.length);
    if (action === undefined) {
      return;
    }
    event.preventDefault();
    switch (action) {
      case 'run':
        return run(value);
      case 'take':
        return take(suggestions[choice]);
      case 'open':
        return setOpen(true);
      case 'close':
        // The list alone, not the dialog the input may be in.
        event.stopPropagation();
        return close();
      default:
        return setChoice(action);
    }
  };

  return (
    <div className={styles.field}>
      <Icon name="filter" className={styles.icon} />
      <div className={styles.line}>
        <FilterText text={value} wrongAt={problem?.column} scroll={scroll} />
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
          className={styles.input}
          value={value}
          placeholder={placeholder}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={ids.list}
          aria-activedescendant={shown && choice >= 0 ? `${ids.list}-${choice}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? ids.problem : undefined}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ currentTarget: { value: filter, selectionStart } }) =>
            edit({ filter, cursor: selectionStart ?? filter.length })
          }
          onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
          onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onBlur={close}
          {...aria}
        />
      </div>
      {value !== '' && (
        <IconButton
          name="times"
          tooltip="Clear the filter"
          onClick={() => {
            onChange('');
            run('');
          }}
        />
      )}
      {shown && (
        <SuggestionList id={ids.list} suggestions={suggestions} choice={choice} kind={completion.kind} onTake={take} />
      )}
      {problem && (
        <div id={ids.problem} role="alert" className={styles.problem}>
          {problem.column === undefined ? '' : `Column ${problem.column}: `}
          {problem.message}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    flex: 1,
    minWidth: 0,
    height: theme.spacing(theme.components.height.md),
    padding: theme.spacing(0, 1),
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    '&:hover': { borderColor: theme.components.input.borderHover },
    '&:focus-within': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
    '&:has(input[aria-invalid="true"])': { borderColor: theme.colors.error.border },
  }),
  icon: css({ flexShrink: 0, color: theme.colors.text.secondary }),
  line: css({ position: 'relative', flex: 1, minWidth: 0, height: '100%' }),
  input: css({
    position: 'absolute',
    inset: 0,
    width: '100%',
    padding: 0,
    border: 'none',
    outline: 'none',
    background: 'transparent',
    // The text is painted beneath, in colours; here it only has a cursor and a selection.
    color: 'transparent',
    caretColor: theme.colors.text.primary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    '&::placeholder': { color: theme.colors.text.disabled },
  }),
  // Over what comes next: a message that pushes the page down would move it under the pointer at every typo.
  problem: css({
    position: 'absolute',
    top: '100%',
    left: 0,
    zIndex: theme.zIndex.dropdown - 1,
    marginTop: theme.spacing(0.5),
    padding: theme.spacing(0.25, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.error.main,
    color: theme.colors.error.contrastText,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
