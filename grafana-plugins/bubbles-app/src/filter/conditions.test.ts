import { expect, test } from 'vitest';
import { conditionOf, narrowed, negated } from './conditions';

test.each([
  [{ scope: 'span', key: 'http.route' }, '/cart/checkout', 'span.http.route = "/cart/checkout"'],
  [{ scope: 'resource', key: 'cloud.region' }, 'eu-west-1', 'resource.cloud.region = "eu-west-1"'],
  [{ scope: 'span', key: 'say "hi"' }, 'a\\b', 'span."say \\"hi\\"" = "a\\\\b"'],
  [{ scope: 'span', key: 'feature_flag' }, null, 'span.feature_flag = nil'],
  [{ scope: 'intrinsic', key: 'status' }, 'Error', 'status = error'],
  [{ scope: 'intrinsic', key: 'service' }, 'api-gateway', 'resource.service.name = "api-gateway"'],
  [{ scope: 'intrinsic', key: 'name' }, 'GET /', 'name = "GET /"'],
])('%j of value %j reads %s', (attribute, value, condition) => {
  expect(conditionOf(attribute, value)).toBe(condition);
});

test('filtering out keeps spans without the attribute', () => {
  expect(negated('span.a = "x"')).toBe('!(span.a = "x")');
  expect(negated('span.a = nil')).toBe('span.a != nil');
});

test.each([
  ['', '{ a = "1" && b = "2" }'],
  ['{}', '{ a = "1" && b = "2" }'],
  ['{ c > 1s }', '{ c > 1s && a = "1" && b = "2" }'],
  ['{ a = "1" }', '{ a = "1" && b = "2" }'],
  ['{ c = "x" || d = "y" }', '{ (c = "x" || d = "y") && a = "1" && b = "2" }'],
  ['{ c = "x || y" }', '{ c = "x || y" && a = "1" && b = "2" }'],
  ['{ (c = "x" || d = "y") }', '{ (c = "x" || d = "y") && a = "1" && b = "2" }'],
])('%j is narrowed to %j', (filter, expected) => {
  expect(narrowed(filter, ['a = "1"', 'b = "2"'])).toBe(expected);
});
