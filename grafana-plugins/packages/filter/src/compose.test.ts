import { describe, expect, it } from 'vitest';
import { and, braced, clause, conditionOf, fieldOf, not } from './index';

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

describe('fieldOf', () => {
  it.each([
    ['span', 'http.route', 'span.http.route'],
    ['resource', 'a b', 'resource."a b"'],
    ['span', 'x"y', 'span."x\\"y"'],
    ['intrinsic', 'name', 'name'],
    ['intrinsic', 'service', 'resource.service.name'],
  ])('names %s %s', (scope, key, expected) => {
    expect(fieldOf({ scope, key })).toBe(expected);
  });
});

describe('conditionOf', () => {
  it.each([
    [{ scope: 'span', key: 'http.route' }, '/cart/checkout', 'span.http.route = "/cart/checkout"'],
    [{ scope: 'resource', key: 'cloud.region' }, 'eu-west-1', 'resource.cloud.region = "eu-west-1"'],
    [{ scope: 'span', key: 'say "hi"' }, 'a\\b', 'span."say \\"hi\\"" = "a\\\\b"'],
    [{ scope: 'span', key: 'feature_flag' }, null, 'span.feature_flag = nil'],
    [{ scope: 'span', key: 'status' }, 'Error', 'span.status = "Error"'],
    [{ scope: 'intrinsic', key: 'status' }, 'Error', 'status = error'],
    [{ scope: 'intrinsic', key: 'service' }, 'api-gateway', 'resource.service.name = "api-gateway"'],
    [{ scope: 'intrinsic', key: 'name' }, 'GET /', 'name = "GET /"'],
  ])('%j of value %j', (attribute, value, condition) => {
    expect(conditionOf(attribute, value)).toBe(condition);
  });
});

describe('not', () => {
  it('keeps spans without the attribute', () => {
    expect(not('span.a = "x"')).toBe('!(span.a = "x")');
    expect(not('span.a = nil')).toBe('span.a != nil');
    expect(not('span.a = "x" && span.b = nil')).toBe('!(span.a = "x" && span.b = nil)');
    expect(not('span.a = "= nil"')).toBe('!(span.a = "= nil")');
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
    ['{ (span.a = "1" || span.c = "3") }', '{ (span.a = "1" || span.c = "3") && span.b = "2" }'],
    ['{ span.a = "1 || 2" }', '{ span.a = "1 || 2" && span.b = "2" }'],
    ['{ span.a = "1" && span.b = "2" }', '{ span.a = "1" && span.b = "2" }'],
    ['{ span.b="2"&&span.a = "1" }', '{ span.b="2" && span.a = "1" }'],
    ['{ !(span.b = "2") }', '{ !(span.b = "2") && span.b = "2" }'],
    ['{ (span.b = "2" || span.a = "1") }', '{ (span.b = "2" || span.a = "1") && span.b = "2" }'],
    ['{ span.a = "}" }', '{ span.a = "}" && span.b = "2" }'],
  ])('narrows %s', (filter, expected) => {
    expect(and(filter, added)).toBe(expected);
  });

  it('takes a negation', () => {
    expect(and('', not(added))).toBe('{ !(span.b = "2") }');
  });

  it('takes several conditions', () => {
    expect(and('{ span.a = "1" }', 'span.a = "1"', added)).toBe('{ span.a = "1" && span.b = "2" }');
  });

  it('says nothing where nothing is asked', () => {
    expect(and('{ }')).toBe('');
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
