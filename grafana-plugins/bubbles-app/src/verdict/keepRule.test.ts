import { expect, test } from 'vitest';
import { attributeOf, valueOf } from '../comparison/testing';
import { keepRuleOf } from './keepRule';
import type { Lead } from './verdict';

const leadOf = (scope: Parameters<typeof attributeOf>[0], key: string, value: string | null): Lead => ({
  attribute: attributeOf(scope, key, [valueOf(value, 0.97, 0.02)]),
  value: valueOf(value, 0.97, 0.02),
  alike: [],
});

test('the leading values become conditions of a rule for half an hour', () => {
  expect(keepRuleOf([leadOf('span', 'feature_flag', 'new'), leadOf('resource', 'cloud.region', 'eu-west-1')])).toEqual({
    description: 'Keep feature_flag = new, cloud.region = eu-west-1',
    action: 'force_keep',
    match: {
      resource: [{ key: 'cloud.region', op: 'eq', value: 'eu-west-1' }],
      span: [{ key: 'feature_flag', op: 'eq', value: 'new' }],
    },
    duration_secs: 1800,
    priority: 100,
  });
});

test('an absent attribute is asked for as such', () => {
  expect(keepRuleOf([leadOf('span', 'cache', null)])?.match.span).toEqual([
    { key: 'cache', op: 'exists', value: false },
  ]);
});

test('a service is an attribute of its resource; a status is no attribute', () => {
  expect(keepRuleOf([leadOf('intrinsic', 'service', 'cart')])?.match.resource).toEqual([
    { key: 'service.name', op: 'eq', value: 'cart' },
  ]);
  expect(keepRuleOf([leadOf('intrinsic', 'status', 'Error')])).toBeUndefined();
  expect(keepRuleOf([])).toBeUndefined();
});
