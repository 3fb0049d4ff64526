import type { CountScale } from './types';

/** A colour scale: share of the largest value (0 to 1) to a CSS colour. */
export type Ramp = (share: number) => string;

const LEVELS = 64;
type Triple = [number, number, number];

/** How far up the scale a value stands: the square root lets rare cells show beside crowded ones. */
export function rootShare(value: number, largest: number): number {
  return value <= 0 || largest <= 0 ? 0 : Math.min(1, Math.sqrt(value / largest));
}

/** `rootShare`, or the same place on another scale. */
export function shareOn(scale: CountScale, value: number, largest: number): number {
  if (scale === 'root' || value <= 0 || largest <= 0) {
    return rootShare(value, largest);
  }
  return Math.min(1, scale === 'linear' ? value / largest : Math.log1p(value) / Math.log1p(largest));
}

/**
 * A ramp through the given colours, evenly spaced. Mixed in OKLab (Ottosson 2020), where equal steps look equal, and in a
 * fixed number of levels, so that a canvas is not handed a new colour for every cell.
 */
export function rampOf(stops: readonly string[]): Ramp {
  const points = stops.map((stop) => toOklab(parseColour(stop)));
  const levels = Array.from({ length: LEVELS }, (_, i) => {
    const at = (i / (LEVELS - 1)) * (points.length - 1);
    const from = Math.min(points.length - 2, Math.floor(at));
    return toCss(fromOklab(mixed(points[from], points[from + 1], at - from)));
  });
  return (share) => levels[Math.round(Math.min(1, Math.max(0, share)) * (LEVELS - 1))];
}

/** A colour between two, mixed in OKLab. */
export function mix(a: string, b: string, share: number): string {
  return toCss(fromOklab(mixed(toOklab(parseColour(a)), toOklab(parseColour(b)), share)));
}

function mixed(a: Triple, b: Triple, share: number): Triple {
  return [0, 1, 2].map((i) => a[i] + (b[i] - a[i]) * share) as Triple;
}

/** Red, green and blue (0 to 255) of `#rgb`, `#rrggbb` or `rgb()`; transparency is dropped. */
export function parseColour(colour: string): Triple {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(colour.trim())?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((d) => d + d) : [0, 2, 4].map((at) => hex.slice(at, at + 2));
    return digits.map((d) => parseInt(d, 16)) as Triple;
  }
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(colour.trim())?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!numbers || numbers.length < 3 || numbers.slice(0, 3).some(Number.isNaN)) {
    throw new RangeError(`not a colour: ${colour}`);
  }
  return numbers.slice(0, 3) as Triple;
}

function toCss(rgb: Triple): string {
  return `rgb(${rgb.map((c) => Math.round(Math.min(255, Math.max(0, c)))).join(', ')})`;
}

function toOklab(rgb: Triple): Triple {
  const [r, g, b] = rgb.map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
  ) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return linear.map((c) => 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)) as Triple;
}
