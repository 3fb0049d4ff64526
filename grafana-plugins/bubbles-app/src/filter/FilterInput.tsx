import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, IconButton, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { Interval } from '../state/range';
import { completed, wantedAt, type Suggestion } from './completion';
import { FilterText } from './FilterText';
import { SuggestionList } from './SuggestionList';
import { useFilterProblem } from './useFilterProblem';
import { useSuggestions } from './useSuggestions';

interface FilterInputProps {
  readonly value: string;
  readonly interval: Interval;
  readonly onSubmit: (filter: string) => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** The filter: TraceQL in one line, with colours, completion and a wavy line where it is wrong. */
export function FilterInput({ value, interval, onSubmit, inputRef }: FilterInputProps) {
  const styles = useStyles2(getStyles);
  const ids = { list: useId(), problem: useId() };
  const [text, setText] = useState(value);
  const [cursor, setCursor] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const [scroll, setScroll] = useState(0);
  const input = useRef<HTMLInputElement | null>(null);
  // A new text puts the browser's cursor at its end; a completion means another place.
  const pending = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (pending.current !== undefined) {
      input.current?.setSelectionRange(pending.current, pending.current);
      pending.current = undefined;
    }
  }, [text]);
  // The address is the truth: Back, or a value filtered in, changes the text here too.
  useEffect(() => setText(value), [value]);

  const wanted = wantedAt(text, cursor);
  const suggestions = useSuggestions(wanted, open, interval);
  const problem = useFilterProblem(text);
  const shown = open && suggestions.length > 0;

  const edit = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    setChosen(-1);
    setOpen(true);
  };
  const take = (suggestion: Suggestion) => {
    if (wanted.kind === 'nothing') {
      return;
    }
    const after = completed(text, cursor, wanted, suggestion);
    edit(after.text, after.cursor);
    pending.current = after.cursor;
  };
  const submit = (filter: string) => {
    setOpen(false);
    onSubmit(filter.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const action = actionOf(event, shown, chosen, suggestions.length);
    if (action === undefined) {
      return;
    }
    event.preventDefault();
    if (action === 'submit') {
      submit(text);
    } else if (action === 'close') {
      setOpen(false);
    } else if (action === 'open') {
      setOpen(true);
    } else if (action === 'take') {
      take(suggestions[Math.max(0, chosen)]);
    } else {
      setChosen(action);
    }
  };

  return (
    <div className={styles.field}>
      <Icon name="filter" className={styles.icon} />
      <div className={styles.line}>
        <FilterText text={text} problemAt={problem?.at} scroll={scroll} />
        <input
          ref={(element) => {
            input.current = element;
            if (typeof inputRef === 'function') {
              inputRef(element);
            } else if (inputRef) {
              inputRef.current = element;
            }
          }}
          className={styles.input}
          value={text}
          placeholder={'{ resource.service.name = "api-gateway" && duration > 1s }'}
          aria-label="Filter"
          role="combobox"
          aria-expanded={shown}
          aria-controls={ids.list}
          aria-autocomplete="list"
          aria-activedescendant={shown && chosen >= 0 ? `${ids.list}-${chosen}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? ids.problem : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => edit(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
          onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      </div>
      {text !== '' && <IconButton name="times" tooltip="Clear the filter" onClick={() => submit('')} />}
      {shown && <SuggestionList id={ids.list} suggestions={suggestions} chosen={chosen} onTake={take} />}
      {problem && (
        <div id={ids.problem} className={styles.problem} role="alert">
          {problem.at === undefined ? '' : `Column ${problem.at + 1}: `}
          {problem.message}
        </div>
      )}
    </div>
  );
}

type Action = 'submit' | 'close' | 'open' | 'take' | number;

function actionOf({ key, ctrlKey }: KeyboardEvent, shown: boolean, chosen: number, count: number): Action | undefined {
  switch (key) {
    case 'Enter':
      return shown && chosen >= 0 ? 'take' : 'submit';
    case 'Tab':
      return shown && chosen >= 0 ? 'take' : undefined;
    case 'Escape':
      return shown ? 'close' : undefined;
    case ' ':
      return ctrlKey ? 'open' : undefined;
    case 'ArrowDown':
      return shown ? (chosen + 1) % count : 'open';
    case 'ArrowUp':
      return shown ? (chosen <= 0 ? count : chosen) - 1 : undefined;
    default:
      return undefined;
  }
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
