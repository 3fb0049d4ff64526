import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, FieldValidationMessage, IconButton, Input, MultiCombobox, useStyles2 } from '@grafana/ui';
import { useCallback } from 'react';
import type { Interval } from '../../state/range';
import type { DraftMatcher } from './draft';
import { OPERATORS, takes, type Operator } from './matchText';
import { useAttributes } from './useAttributes';

interface MatcherRowProps {
  readonly matcher: DraftMatcher;
  /** From 1, for those who cannot see which row it is. */
  readonly position: number;
  readonly problem?: string;
  readonly interval: Interval;
  readonly onChange: (matcher: DraftMatcher) => void;
  readonly onRemove: () => void;
}

const SCOPES: Array<{ value: DraftMatcher['scope']; label: string }> = [
  { value: 'resource', label: 'resource' },
  { value: 'span', label: 'span' },
];

/** One condition: where to look, an attribute, an operator and what it takes. */
export function MatcherRow({ matcher, position, problem, interval, onChange, onRemove }: MatcherRowProps) {
  const styles = useStyles2(getStyles);
  const { keys, valuesOf } = useAttributes(matcher.scope, interval);
  const label = (what: string) => `${what} of condition ${position}`;
  const set = (part: Partial<DraftMatcher>) => onChange({ ...matcher, ...part });
  const wanted = takes(matcher.op);
  const { key } = matcher;
  // The same function while the attribute is: with a new one the list would be asked for anew at every key.
  const options = useCallback((typed: string) => valuesOf(key, typed), [valuesOf, key]);
  return (
    <div className={styles.condition}>
      <div className={styles.row}>
        <Combobox
          aria-label={label('Scope')}
          width={14}
          options={SCOPES}
          value={matcher.scope}
          onChange={({ value }) => set({ scope: value })}
        />
        <div className={styles.wide}>
          <Combobox
            aria-label={label('Attribute')}
            placeholder="http.route"
            createCustomValue
            options={keys}
            value={matcher.key || null}
            invalid={problem !== undefined && matcher.key === ''}
            onChange={({ value }) => set({ key: value })}
          />
        </div>
        <Combobox<Operator>
          aria-label={label('Operator')}
          width={16}
          options={OPERATORS.map(({ value, label: text }) => ({ value, label: text }))}
          value={matcher.op}
          onChange={({ value }) => set({ op: value })}
        />
        {wanted !== 'none' && (
          <div className={styles.wide}>
            {wanted === 'many' && (
              <MultiCombobox
                aria-label={label('Values')}
                createCustomValue
                options={options}
                value={[...matcher.values]}
                onChange={(chosen) => set({ values: chosen.map(({ value }) => value) })}
              />
            )}
            {wanted === 'number' && (
              <Input
                aria-label={label('Value')}
                inputMode="decimal"
                value={matcher.values[0] ?? ''}
                onChange={({ currentTarget }) => set({ values: [currentTarget.value] })}
              />
            )}
            {wanted === 'one' && (
              <Combobox
                aria-label={label('Value')}
                createCustomValue
                options={options}
                value={matcher.values[0] || null}
                invalid={problem !== undefined && !matcher.values[0]}
                onChange={({ value }) => set({ values: [value] })}
              />
            )}
          </div>
        )}
        <IconButton
          name="trash-alt"
          tooltip={`Remove condition ${position}`}
          className={styles.remove}
          onClick={onRemove}
        />
      </div>
      {problem && <FieldValidationMessage>{problem}</FieldValidationMessage>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  condition: css({ marginBottom: theme.spacing(1) }),
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  wide: css({ flex: 1, minWidth: 0 }),
  remove: css({ marginLeft: theme.spacing(0.5) }),
});
