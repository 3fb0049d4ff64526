import { expect, test } from 'vitest';
import { cardsOf, formatDifference, strongestOf } from './cards';
import { attributeOf, valueOf } from './testing';

const flag = attributeOf('span', 'feature_flag', [valueOf('new-checkout-flow', 0.97, 0.02), valueOf(null, 0.03, 0.9)]);
const region = attributeOf('resource', 'cloud.region', [valueOf('eu-west-1', 0.9, 0.2)]);
const pod = attributeOf('resource', 'k8s.pod.name', [valueOf('pod-1', 0.25, 0.24)]);

const all = [flag, region, pod];

test('attributes within chance are folded away', () => {
  expect(cardsOf(all, '', 'strength')).toEqual({ beyondChance: [flag, region], chance: [pod] });
});

test('a search looks at keys and values', () => {
  expect(cardsOf(all, 'EU-west', 'strength').beyondChance).toEqual([region]);
  expect(cardsOf(all, 'pod', 'strength')).toEqual({ beyondChance: [], chance: [pod] });
});

test('cards can stand by name', () => {
  expect(cardsOf(all, '', 'name').beyondChance).toEqual([region, flag]);
});

test('a missing value can be the strongest', () => {
  const attribute = attributeOf('span', 'a', [valueOf('x', 0.1, 0.2), valueOf(null, 0.9, 0.1)]);
  expect(strongestOf(attribute)?.value).toBeNull();
});

test.each([
  [0.95, '+95 pp'],
  [0.031, '+3.1 pp'],
  [-0.2, '−20 pp'],
  [0, '0.0 pp'],
])('a difference of %d reads %s', (difference, text) => {
  expect(formatDifference(difference).replace('\u00a0', ' ')).toBe(text);
});
