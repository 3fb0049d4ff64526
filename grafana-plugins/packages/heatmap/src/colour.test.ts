import { expect, test } from 'vitest';
import { mix, parseColour, rampOf, rootShare, shareOn } from './colour';

test('a quarter of the largest count stands half way up', () => {
  expect(rootShare(25, 100)).toBe(0.5);
  expect(rootShare(0, 100)).toBe(0);
  expect(rootShare(5, 0)).toBe(0);
});

test.each(['root', 'linear', 'logarithmic'] as const)(
  'the %s scale climbs from nothing to the largest count',
  (scale) => {
    const shares = [0, 1, 25, 99, 100].map((count) => shareOn(scale, count, 100));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(0)).toBe(0);
    expect(shares.at(-1)).toBe(1);
  }
);

test('a ramp passes through its stops', () => {
  const ramp = rampOf(['#000000', '#ff0000', '#ffffff']);
  expect(ramp(0)).toBe('rgb(0, 0, 0)');
  expect(ramp(1)).toBe('rgb(255, 255, 255)');
  const [r, g] = parseColour(ramp(0.5));
  expect(r).toBeGreaterThan(240);
  expect(g).toBeLessThan(40);
});

test('a ramp grows lighter all the way', () => {
  const ramp = rampOf(['#1f60c4', '#5794f2', '#c0d8ff']);
  const lightness = Array.from({ length: 20 }, (_, i) => parseColour(ramp(i / 19)).reduce((a, b) => a + b));
  lightness.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(lightness[i]));
});

test.each([
  ['#fff', [255, 255, 255]],
  ['#1f60c4', [31, 96, 196]],
  ['rgb(204, 204, 220)', [204, 204, 220]],
  ['rgba(204, 204, 220, 0.65)', [204, 204, 220]],
])('%s is understood', (text, rgb) => {
  expect(parseColour(text)).toEqual(rgb);
});

test('a name is refused', () => {
  expect(() => parseColour('tomato')).toThrow('tomato');
});

test('a mix lies between', () => {
  expect(parseColour(mix('#000000', '#ffffff', 0.5))[0]).toBeGreaterThan(60);
});
