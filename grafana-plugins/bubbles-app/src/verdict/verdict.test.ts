import { expect, test } from 'vitest';
import { attributeOf, comparisonOf, valueOf } from '../comparison/testing';
import { verdictOf, type Verdict } from './verdict';

const flag = attributeOf('span', 'feature_flag', [valueOf('new-checkout-flow', 0.97, 0.021), valueOf(null, 0, 0.5)]);
const region = attributeOf('resource', 'cloud.region', [valueOf('eu-west-1', 0.95, 0.24)]);
const pod = attributeOf('resource', 'k8s.pod.name', [valueOf('pod-3', 0.2, 0.17)]);

function leadsOf(verdict: Verdict): string[] {
  return 'leads' in verdict ? verdict.leads.map(({ attribute }) => attribute.key) : [];
}

test('the leading attributes are named, weaker ones are not', () => {
  const verdict = verdictOf(comparisonOf([flag, region, pod]));
  expect(verdict.kind).toBe('cause');
  expect(leadsOf(verdict)).toEqual(['feature_flag', 'cloud.region']);
});

test('a small lead is a hint only', () => {
  const hint = attributeOf('span', 'tenant_id', [valueOf('acme', 0.5, 0.25)]);
  expect(verdictOf(comparisonOf([hint]))).toMatchObject({ kind: 'weak' });
});

test('differences within chance are no cause', () => {
  expect(verdictOf(comparisonOf([pod]))).toEqual({ kind: 'none' });
  expect(verdictOf(comparisonOf([]))).toEqual({ kind: 'none' });
});

test('what is rarer among the selected is no lead', () => {
  const missing = attributeOf('span', 'cache', [valueOf('hit', 0.01, 0.8)]);
  expect(verdictOf(comparisonOf([missing]))).toEqual({ kind: 'none' });
});

test('an absent attribute can lead', () => {
  const absent = attributeOf('span', 'cache', [valueOf('hit', 0.01, 0.8), valueOf(null, 0.99, 0.2)]);
  const verdict = verdictOf(comparisonOf([absent]));
  expect('leads' in verdict && verdict.leads[0].value.value).toBeNull();
});

test('attributes that single out the same spans count once', () => {
  const route = attributeOf('span', 'http.route', [valueOf('/checkout', 0.99, 0.1)]);
  const path = attributeOf('span', 'url.path', [valueOf('/checkout', 0.99, 0.1)]);
  const same = { ...route, sameAs: [{ scope: 'span' as const, key: 'url.path', value: '/checkout' }] };
  const verdict = verdictOf(comparisonOf([same, path, flag]));
  expect(leadsOf(verdict)).toEqual(['feature_flag', 'http.route']);
  expect('leads' in verdict && verdict.leads[1].alike).toEqual(['url.path']);
});

test('a handful of spans proves nothing', () => {
  expect(verdictOf(comparisonOf([flag], 5))).toEqual({ kind: 'too-few', side: 'selection', stored: 5 });
  const alone = { ...comparisonOf([flag]), baseline: { spans: 0, stored: 0, errors: 0 } };
  expect(verdictOf(alone)).toEqual({ kind: 'too-few', side: 'baseline', stored: 0 });
});
