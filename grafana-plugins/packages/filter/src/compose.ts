import { type Token, tokensOf } from './tokens';

export type Operator = '=' | '!=' | '=~' | '!~' | '>' | '>=' | '<' | '<=';
export type FieldType = 'string' | 'number' | 'duration' | 'status' | 'kind';

/** An attribute or intrinsic as the services name it; the scope is `resource`, `span` or `intrinsic`. */
export interface AttributeName {
  readonly scope: string;
  readonly key: string;
}

const PLAIN_NAME = /^[^\s{}()=~!<>&|^,"`]+$/;
const BARE: Record<FieldType, RegExp> = {
  string: /^$/,
  number: /^-?\d+(\.\d+)?$/,
  duration: /^\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d)$/,
  status: /^(error|ok|unset)$/,
  kind: /^(server|client|internal|producer|consumer|unspecified)$/,
};
const INTRINSIC_TYPES: Record<string, FieldType> = { duration: 'duration', status: 'status', kind: 'kind' };
/** Names a service may use for an intrinsic, and what the filter language calls it. */
const INTRINSICS: Record<string, string> = {
  service: 'resource.service.name',
  'service.name': 'resource.service.name',
};

/** How filters name an attribute: `span.http.route`, `resource."a b"`; an intrinsic keeps its bare name. */
export function fieldOf({ scope, key }: AttributeName): string {
  if (scope === 'intrinsic') {
    return INTRINSICS[key] ?? key;
  }
  return `${scope}.${PLAIN_NAME.test(key) ? key : quoted(key)}`;
}

/** A value as a literal: text is quoted and escaped, so nothing in it can be read as filter. */
export function literal(value: string, type: FieldType = 'string'): string {
  const bare = type === 'status' || type === 'kind' ? value.toLowerCase() : value;
  return BARE[type].test(bare) ? bare : quoted(value);
}

/** One comparison; a `null` value means the absent attribute. */
export function clause(field: string, operator: Operator, value: string | null, type = INTRINSIC_TYPES[field]): string {
  return `${field} ${operator} ${value === null ? 'nil' : literal(value, type)}`;
}

/** The condition that a span has this value; `null` stands for "does not have the attribute". */
export function conditionOf(attribute: AttributeName, value: string | null): string {
  return clause(fieldOf(attribute), '=', value);
}

/** Everything but `inner`, spans without the attribute included (which `!=` would leave out). */
export function not(inner: string): string {
  const [field, operator, value, ...more] = tokensOf(inner);
  return operator?.text === '=' && value?.text === 'nil' && more.length === 0 ? `${field.text} != nil` : `!(${inner})`;
}

/** `filter` narrowed by further conditions; one that it names already is not repeated. */
export function and(filter: string, ...conditions: string[]): string {
  const parts = conjunctsOf(bodyOf(filter));
  const known = new Set(parts.map(spelled));
  const fresh = conditions.filter((condition) => !known.has(spelled(condition)));
  const all = [...parts, ...fresh];
  return all.length === 0 ? '' : `{ ${all.join(' && ')} }`;
}

/** What is between the braces, or the whole of a filter without them. */
export function bodyOf(filter: string): string {
  const text = filter.trim();
  const inner = text.startsWith('{') ? text.slice(1, closes(text) ? -1 : undefined) : text;
  return inner.trim();
}

/** The filter as services want it: in braces, or empty for all spans. */
export function braced(filter: string): string {
  const body = bodyOf(filter);
  return body === '' ? '' : `{ ${body} }`;
}

/** The parts that must all hold. Alternatives are one part, in parentheses: a further `&&` would bind to the last only. */
function conjunctsOf(body: string): string[] {
  const joints = topLevelJoints(body);
  if (joints.some(({ text }) => text === '||')) {
    return [`(${body})`];
  }
  const starts = [0, ...joints.map(({ end }) => end)];
  const ends = [...joints.map(({ start }) => start), body.length];
  return starts.map((start, i) => body.slice(start, ends[i]).trim()).filter((part) => part !== '');
}

function topLevelJoints(body: string): Token[] {
  let depth = 0;
  return tokensOf(body).filter(({ kind, text }) => {
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    return kind === 'logic' && depth === 0;
  });
}

/** The same for conditions that differ in white space alone. */
function spelled(condition: string): string {
  return tokensOf(condition)
    .map(({ text }) => text)
    .join(' ');
}

/** Whether the last brace closes the first: one may also belong to a variable, `${service}`. */
function closes(text: string): boolean {
  const tokens = tokensOf(text);
  const count = (brace: string) => tokens.filter((token) => token.text === brace).length;
  return tokens.at(-1)?.text === '}' && count('{') === count('}');
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;
}
