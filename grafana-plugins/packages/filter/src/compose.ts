import { tokensOf } from './tokens';

export type Operator = '=' | '!=' | '=~' | '!~' | '>' | '>=' | '<' | '<=';
export type FieldType = 'string' | 'number' | 'duration' | 'status' | 'kind';

const PLAIN_NAME = /^[^\s{}()=~!<>&|^,"`]+$/;
const BARE: Record<FieldType, RegExp> = {
  string: /^$/,
  number: /^-?\d+(\.\d+)?$/,
  duration: /^\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d)$/,
  status: /^(error|ok|unset)$/,
  kind: /^(server|client|internal|producer|consumer|unspecified)$/,
};
const INTRINSIC_TYPES: Record<string, FieldType> = { duration: 'duration', status: 'status', kind: 'kind' };

/** How filters name an attribute: `span.http.route`, `resource."a b"`; an intrinsic keeps its bare name. */
export function toFieldName(scope: string, key: string): string {
  return scope === 'intrinsic' ? key : `${scope}.${PLAIN_NAME.test(key) ? key : quoted(key)}`;
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

/** Everything but `inner`, spans without the attribute included (which `!=` would leave out). */
export function not(inner: string): string {
  return `!(${inner})`;
}

/** `filter` narrowed by `inner`; unchanged where it says so already. */
export function and(filter: string, inner: string): string {
  const body = bodyOf(filter);
  if (body === '') {
    return `{ ${inner} }`;
  }
  if (
    body === inner ||
    body.endsWith(` && ${inner}`) ||
    body.startsWith(`${inner} && `) ||
    body.includes(` && ${inner} && `)
  ) {
    return `{ ${body} }`;
  }
  const alternatives = tokensOf(body).some(({ kind, text }) => kind === 'logic' && text === '||');
  return `{ ${alternatives ? `(${body})` : body} && ${inner} }`;
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

/** Whether the last brace closes the first: one may also belong to a variable, `${service}`. */
function closes(text: string): boolean {
  const tokens = tokensOf(text);
  const count = (brace: string) => tokens.filter((token) => token.text === brace).length;
  return tokens.at(-1)?.text === '}' && count('{') === count('}');
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;
}
