import { describe, expect, it } from 'vitest';
import { and, braced, clause, not, toFieldName } from './index';

describe('clause', () => {
  it.each([
    ['span.http.route', '/api/orders', 'span.http.route = "/api/orders"'],
    ['span.x', 'a"b\\c', 'span.x = "a\\"b\\\\c"'],
    ['span.x', '" || true', 'span.x = "\\" || true"'],
    ['span.x', 'two\nlines', 'span.x = "two\\nlines"'],
    ['span.x', null, 'span.x = nil'],
    ['status', 'Error', 'status = error'],
    ['kind', 'Server', 'kind = server'],
    ['name', 'GET /', 'name = "GET /"'],
    ['status', 'error || true', 'status = "error || true"'],
  ])('writes %s, %s', (field, value, expected) => {
    expect(clause(field, '=', value)).toBe(expected);
  });

  it('writes a duration bare', () => {
    expect(clause('duration', '>', '1.5s')).toBe('duration > 1.5s');
  });
});

describe('toFieldName', () => {
  it.each([
    ['span', 'http.route', 'span.http.route'],
    ['resource', 'a b', 'resource."a b"'],
    ['span', 'x"y', 'span."x\\"y"'],
    ['intrinsic', 'name', 'name'],
  ])('names %s %s', (scope, key, expected) => {
    expect(toFieldName(scope, key)).toBe(expected);
  });
});

describe('and', () => {
  const added = 'span.b = "2"';
  it.each([
    ['', '{ span.b = "2" }'],
    ['{}', '{ span.b = "2" }'],
    ['{ span.a = "1" }', '{ span.a = "1" && span.b = "2" }'],
    ['span.a = "1"', '{ span.a = "1" && span.b = "2" }'],
    ['{ span.a = "1" || span.c = "3" }', '{ (span.a = "1" || span.c = "3") && span.b = "2" }'],
    ['{ span.a = "1 || 2" }', '{ span.a = "1 || 2" && span.b = "2" }'],
    ['{ span.a = "1" && span.b = "2" }', '{ span.a = "1" && span.b = "2" }'],
    ['{ span.a = "}" }', '{ span.a = "}" && span.b = "2" }'],
  ])('narrows %s', (filter, expected) => {
    expect(and(filter, added)).toBe(expected);
  });

  it('takes a negation', () => {
    expect(and('', not(added))).toBe('{ !(span.b = "2") }');
  });
});

describe('braced', () => {
  it.each([
    ['', ''],
    ['{ }', ''],
    ['duration > 1s', '{ duration > 1s }'],
    ['{ duration > 1s', '{ duration > 1s }'],
    ['{ span.a = "}"', '{ span.a = "}" }'],
    ['{ span.a = ${x}', '{ span.a = ${x} }'],
    ['{ span.a = ${x} }', '{ span.a = ${x} }'],
  ])('completes %s', (filter, expected) => {
    expect(braced(filter)).toBe(expected);
  });
});
