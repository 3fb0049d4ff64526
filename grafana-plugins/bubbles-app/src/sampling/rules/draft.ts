import type { ForceRule, ForceRuleRequest, RequestedMatcher, RuleMatcher } from '@hotspan/client';
import { operatorOf, takes, valuesOf, type Operator } from './matchText';

export interface DraftMatcher {
  readonly scope: 'resource' | 'span';
  readonly key: string;
  readonly op: Operator;
  /** One text, or several for "is one of". */
  readonly values: readonly string[];
}

/** A rule while it is written: numbers are what was typed. */
export interface Draft {
  readonly description: string;
  readonly action: ForceRule['action'];
  readonly matchers: readonly DraftMatcher[];
  /** Every trace is meant, where there are no matchers. */
  readonly all: boolean;
  readonly minutes: string;
  readonly priority: string;
  /** Empty: no cap. */
  readonly cap: string;
  /** How many minutes of the past it is for as well; 0 for none. */
  readonly pastMinutes: number;
}

export const EMPTY_MATCHER: DraftMatcher = { scope: 'resource', key: '', op: 'eq', values: [] };

export const EMPTY_DRAFT: Draft = {
  description: '',
  action: 'force_keep',
  matchers: [{ ...EMPTY_MATCHER, key: 'service.name' }],
  all: false,
  minutes: '30',
  priority: '100',
  cap: '',
  pastMinutes: 0,
};

const DEFAULT_MINUTES = '30';

/** An existing rule, to be changed; one that has ended is given time anew. */
export function draftOf(rule: ForceRule): Draft {
  const matcher = (scope: DraftMatcher['scope']) => (given: RuleMatcher) => ({
    scope,
    key: given.key,
    op: operatorOf(given),
    values: valuesOf(given).map(String),
  });
  return {
    description: rule.description,
    action: rule.action,
    matchers: [...rule.match.resource.map(matcher('resource')), ...rule.match.span.map(matcher('span'))],
    all: rule.match.all,
    minutes: rule.remaining_secs > 0 ? String(Math.ceil(rule.remaining_secs / 60)) : DEFAULT_MINUTES,
    priority: String(rule.priority),
    cap: rule.max_matches ? String(rule.max_matches) : '',
    pastMinutes: 0,
  };
}

/** Which traces a draft is about. */
export function matchOf({ matchers, all }: Draft): ForceRuleRequest['match'] {
  const of = (scope: DraftMatcher['scope']) => matchers.filter((matcher) => matcher.scope === scope).map(matcherOf);
  return matchers.length === 0 && all ? { all: true } : { resource: of('resource'), span: of('span') };
}

/**
 * What the service is sent.
 *
 * @param changed the rule that is changed: what the form does not show stays as it is
 */
export function requestOf(draft: Draft, nowMillis: number, changed?: ForceRule): ForceRuleRequest {
  const past = new Date(nowMillis - draft.pastMinutes * 60_000).toISOString();
  const retroactive = draft.pastMinutes > 0 ? past : (changed?.retroactive_from ?? undefined);
  return {
    description: draft.description.trim(),
    action: draft.action,
    match: matchOf(draft),
    duration_secs: Number(draft.minutes) * 60,
    priority: Number(draft.priority),
    ...(draft.cap.trim() !== '' && { max_matches: Number(draft.cap) }),
    ...(draft.action === 'force_keep' && retroactive && { retroactive_from: retroactive }),
    ...(changed && { enabled: changed.enabled }),
  };
}

function matcherOf({ key, op, values }: DraftMatcher): RequestedMatcher {
  if (op === 'absent') {
    return { key, op: 'exists', value: false };
  }
  switch (takes(op)) {
    case 'none':
      return { key, op };
    case 'many':
      return { key, op, value: [...values] };
    case 'number':
      return { key, op, value: Number(values[0] ?? '') };
    case 'one':
      return { key, op, value: values[0] ?? '' };
  }
}

/** Where in the form something is wrong. */
export type DraftField = 'description' | 'matchers' | 'minutes' | 'priority' | 'cap' | 'past' | `matchers.${number}`;
export type DraftProblems = Partial<Record<DraftField | 'form', string>>;

/** What can be said without asking the service. */
export function problemsOf(draft: Draft): DraftProblems {
  const problems: DraftProblems = {};
  if (draft.description.trim() === '') {
    problems.description = 'Say what it is for: others will read it';
  }
  if (draft.matchers.length === 0 && !draft.all) {
    problems.matchers = 'Name at least one condition';
  }
  draft.matchers.forEach(({ key, op, values }, i) => {
    const wanted = takes(op);
    if (key.trim() === '') {
      problems[`matchers.${i}`] = 'Name an attribute';
    } else if (wanted === 'number' && (values[0]?.trim() ?? '') === '') {
      problems[`matchers.${i}`] = 'Give a number';
    } else if (wanted === 'number' && !Number.isFinite(Number(values[0]))) {
      problems[`matchers.${i}`] = `"${values[0]}" is no number`;
    } else if (wanted !== 'none' && (values[0] ?? '') === '') {
      problems[`matchers.${i}`] = 'Give a value';
    }
  });
  if (!isWhole(draft.minutes, 1)) {
    problems.minutes = 'Whole minutes, at least 1';
  }
  if (!isWhole(draft.priority, 0)) {
    problems.priority = 'A whole number, 0 or more';
  }
  if (draft.cap.trim() !== '' && !isWhole(draft.cap, 1)) {
    problems.cap = 'A whole number of traces, or nothing';
  }
  return problems;
}

function isWhole(text: string, least: number): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= least;
}
