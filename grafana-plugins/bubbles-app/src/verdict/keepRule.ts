import type { ForceRuleRequest, RequestedMatcher } from '@hotspan/client';
import type { Lead } from './verdict';

const KEEP_SECONDS = 30 * 60;
const PRIORITY = 100;

/** A rule that keeps what has the leading values, for half an hour; `undefined` where a rule cannot ask for one of them. */
export function keepRuleOf(leads: readonly Lead[]): ForceRuleRequest | undefined {
  const matchers = leads.map(matcherOf);
  if (matchers.length === 0 || matchers.includes(undefined)) {
    return undefined;
  }
  const of = (scope: string) => matchers.flatMap((found) => (found?.scope === scope ? [found.matcher] : []));
  const values = leads.map(({ attribute: { key }, value: { value } }) =>
    value === null ? `no ${key}` : `${key} = ${value}`
  );
  return {
    description: `Keep ${values.join(', ')}`,
    action: 'force_keep',
    match: { resource: of('resource'), span: of('span') },
    duration_secs: KEEP_SECONDS,
    priority: PRIORITY,
  };
}

function matcherOf({
  attribute: { scope, key },
  value: { value },
}: Lead): { scope: string; matcher: RequestedMatcher } | undefined {
  const service = scope === 'intrinsic' && (key === 'service' || key === 'service.name');
  // Name, kind and status are no attributes: rules do not know them.
  if (scope === 'intrinsic' && !service) {
    return undefined;
  }
  const name = service ? 'service.name' : key;
  const matcher =
    value === null ? { key: name, op: 'exists' as const, value: false } : { key: name, op: 'eq' as const, value };
  return { scope: service ? 'resource' : scope, matcher };
}
