import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import {
  Alert,
  Button,
  Checkbox,
  Combobox,
  Field,
  Input,
  RadioButtonGroup,
  useStyles2,
  type ComboboxOption,
} from '@grafana/ui';
import type { Interval } from '../../state/range';
import { EMPTY_MATCHER, type Draft, type DraftMatcher, type DraftProblems } from './draft';
import { MatcherRow } from './MatcherRow';

interface RuleFormProps {
  readonly draft: Draft;
  readonly problems: DraftProblems;
  readonly interval: Interval;
  readonly onChange: (part: Partial<Draft>) => void;
}

const ACTIONS = [
  { value: 'force_keep' as const, label: 'Keep', icon: 'check' as const },
  { value: 'force_drop' as const, label: 'Drop', icon: 'times' as const },
];

const PASTS: Array<ComboboxOption<number>> = [
  { value: 0, label: 'no' },
  { value: 15, label: 'the last 15 minutes' },
  { value: 60, label: 'the last hour' },
  { value: 360, label: 'the last 6 hours' },
];

/** The fields of a rule, what is wrong with one below it. */
export function RuleForm({ draft, problems, interval, onChange }: RuleFormProps) {
  const styles = useStyles2(getStyles);
  const wrong = (field: keyof DraftProblems) => ({ invalid: problems[field] !== undefined, error: problems[field] });
  const setMatcher = (at: number, matcher: DraftMatcher) =>
    onChange({ matchers: draft.matchers.map((old, i) => (i === at ? matcher : old)) });
  return (
    <>
      {problems.form && <Alert severity="error" title={problems.form} />}
      <Field label="Description" {...wrong('description')}>
        <Input
          id="rule-description"
          autoFocus
          value={draft.description}
          placeholder="Keep all checkouts of tenant acme"
          onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
        />
      </Field>
      <Field label="Action">
        <RadioButtonGroup
          aria-label="Action"
          options={ACTIONS}
          value={draft.action}
          onChange={(action) => onChange({ action })}
        />
      </Field>
      <Field
        label="Conditions"
        description="All must hold, those on spans for one span, those on resources for that span's resource"
        {...wrong('matchers')}
      >
        <div>
          {draft.matchers.map((matcher, i) => (
            <MatcherRow
              key={i}
              position={i + 1}
              matcher={matcher}
              problem={problems[`matchers.${i}`]}
              interval={interval}
              onChange={(next) => setMatcher(i, next)}
              onRemove={() => onChange({ matchers: draft.matchers.filter((_, at) => at !== i) })}
            />
          ))}
          <div className={styles.add}>
            <Button
              size="sm"
              variant="secondary"
              icon="plus"
              onClick={() => onChange({ matchers: [...draft.matchers, { ...EMPTY_MATCHER, scope: 'span' }] })}
            >
              Condition
            </Button>
            {draft.matchers.length === 0 && draft.action === 'force_keep' && (
              <Checkbox
                label="Every trace"
                value={draft.all}
                onChange={({ currentTarget }) => onChange({ all: currentTarget.checked })}
              />
            )}
          </div>
        </div>
      </Field>
      <div className={styles.row}>
        <Field label="For minutes" {...wrong('minutes')}>
          <Input
            id="rule-minutes"
            inputMode="numeric"
            width={14}
            value={draft.minutes}
            onChange={({ currentTarget }) => onChange({ minutes: currentTarget.value })}
          />
        </Field>
        <Field label="Priority" description="The highest decides" {...wrong('priority')}>
          <Input
            id="rule-priority"
            inputMode="numeric"
            width={14}
            value={draft.priority}
            onChange={({ currentTarget }) => onChange({ priority: currentTarget.value })}
          />
        </Field>
        <Field label="At most" description="Traces, then it rests" {...wrong('cap')}>
          <Input
            id="rule-cap"
            inputMode="numeric"
            width={20}
            placeholder="any number"
            value={draft.cap}
            onChange={({ currentTarget }) => onChange({ cap: currentTarget.value })}
          />
        </Field>
      </div>
      {draft.action === 'force_keep' && (
        <Field
          label="Also for the past"
          description="Brings back traces that were dropped, as far as the log still holds them"
          {...wrong('past')}
        >
          <Combobox
            id="rule-past"
            width={26}
            options={PASTS}
            value={draft.pastMinutes}
            onChange={({ value }) => onChange({ pastMinutes: value })}
          />
        </Field>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  add: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(2) }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: theme.spacing(0, 2) }),
});
