/** An attribute or intrinsic as the comparison service names it. */
export interface AttributeName {
  readonly scope: 'resource' | 'span' | 'intrinsic' | string;
  readonly key: string;
}

const PLAIN_KEY = /^[A-Za-z_][\w.\-/]*$/;
/** Intrinsics whose values are words of the language, written without quotes. */
const WORDS = ['status', 'kind'];
/** Names a service may use for an intrinsic, and what the filter language calls it. */
const INTRINSICS: Readonly<Record<string, string>> = {
  service: 'resource.service.name',
  'service.name': 'resource.service.name',
};

/** The field of an attribute in the filter language: `span.http.route`. */
export function fieldOf({ scope, key }: AttributeName): string {
  if (scope === 'intrinsic') {
    return INTRINSICS[key] ?? key;
  }
  return `${scope}.${PLAIN_KEY.test(key) ? key : quoted(key)}`;
}

/** The condition that a span has this value; null stands for "does not have the attribute". */
export function conditionOf(attribute: AttributeName, value: string | null): string {
  const field = fieldOf(attribute);
  if (value === null) {
    return `${field} = nil`;
  }
  const word = attribute.scope === 'intrinsic' && WORDS.includes(attribute.key);
  return `${field} = ${word ? value.toLowerCase() : quoted(value)}`;
}

/** The opposite of a condition. Not `!=`: that is false for spans without the attribute, which are meant to stay. */
export function negated(condition: string): string {
  return condition.endsWith('= nil') ? condition.replace(/= nil$/, '!= nil') : `!(${condition})`;
}

/** A filter with further conditions that must hold, too. One that stands there already is not repeated. */
export function narrowed(filter: string, conditions: readonly string[]): string {
  const inner = innerOf(filter);
  const fresh = conditions.filter((condition) => !inner.includes(condition));
  const kept = inner && hasTopLevelOr(inner) ? `(${inner})` : inner;
  const parts = [kept, ...fresh].filter((part) => part !== '');
  return parts.length === 0 ? '' : `{ ${parts.join(' && ')} }`;
}

/** What stands between the braces. */
export function innerOf(filter: string): string {
  const text = filter.trim();
  return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1).trim() : text;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

/** Whether `||` stands outside of any text or parentheses, where a further `&&` would bind to its last part only. */
function hasTopLevelOr(inner: string): boolean {
  const bare = inner.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""');
  let depth = 0;
  for (let i = 0; i < bare.length; i++) {
    depth += bare[i] === '(' ? 1 : bare[i] === ')' ? -1 : 0;
    if (depth === 0 && bare.startsWith('||', i)) {
      return true;
    }
  }
  return false;
}
