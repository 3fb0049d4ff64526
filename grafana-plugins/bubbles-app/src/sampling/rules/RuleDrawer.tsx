import type { TimeZone } from '@grafana/data';
import { config } from '@grafana/runtime';
import { isProblem, type ForceRule } from '@hotspan/client';
import { Button, Drawer, Stack } from '@grafana/ui';
import { useState, type FormEvent } from 'react';
import { useServices } from '../../api/services';
import type { Interval } from '../../state/range';
import { failed, succeeded } from '../../toasts';
import { draftOf, EMPTY_DRAFT, problemsOf, requestOf, type Draft, type DraftProblems } from './draft';
import { fieldProblemsOf } from './problems';
import { RuleForm } from './RuleForm';
import { RulePreview } from './RulePreview';

interface RuleDrawerProps {
  /** The rule to change; a new one is written without it. */
  readonly rule?: ForceRule;
  readonly interval: Interval;
  readonly timeZone: TimeZone;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Writes a rule, and says what it would match before it is made. */
export function RuleDrawer({ rule, interval, timeZone, onSaved, onClose }: RuleDrawerProps) {
  const { sampler } = useServices();
  const [draft, setDraft] = useState<Draft>(() => (rule ? draftOf(rule) : EMPTY_DRAFT));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [saving, setSaving] = useState(false);
  const edit = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    // What was wrong may be right now; what is still wrong is said again.
    setProblems({});
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const own = problemsOf(draft);
    setProblems(own);
    if (Object.keys(own).length > 0) {
      return;
    }
    setSaving(true);
    try {
      const request = { ...requestOf(draft, Date.now(), rule), created_by: config.bootData.user?.login };
      await (rule ? sampler.updateRule(rule.id, request) : sampler.createRule(request));
      succeeded(rule ? 'Rule changed' : 'Rule made', draft.description);
      onSaved();
    } catch (error) {
      if (isProblem(error)) {
        setProblems(fieldProblemsOf(error, draft));
      } else {
        failed('The rule was not saved', error);
      }
    } finally {
      setSaving(false);
    }
  };
  return (
    <Drawer
      title={rule ? 'Edit force rule' : 'New force rule'}
      subtitle="Traces it matches are kept, or dropped, whatever the policies say"
      size="md"
      onClose={onClose}
    >
      <form onSubmit={save} noValidate>
        <RuleForm draft={draft} problems={problems} interval={interval} onChange={edit} />
        <RulePreview
          draft={draft}
          timeZone={timeZone}
          onProblem={(problem) => setProblems(fieldProblemsOf(problem, draft))}
        />
        <Stack gap={1}>
          <Button type="submit" disabled={saving} icon={saving ? 'spinner' : undefined}>
            {rule ? 'Save' : 'Make the rule'}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}
