import type { GrafanaTheme2 } from '@grafana/data';

/** Hues that no two services of a small trace share; the others are shades of them. */
const BASE_HUES = 5;
/** Neither red, which marks errors, nor the blue of selections. */
const HUES = [
  ...['purple', 'green', 'yellow', 'light-blue', 'orange'],
  ...['dark-purple', 'light-green', 'dark-yellow', 'super-light-blue', 'light-orange'],
  ...['light-purple', 'dark-green'],
];

/**
 * A colour for each service: by its name, so that it keeps it from trace to trace; where two names meet on a colour, the
 * later one takes the next that is free.
 */
export function serviceColours(services: readonly string[], theme: GrafanaTheme2): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  for (const service of services) {
    let hue = hash(service) % BASE_HUES;
    for (let tries = 0; tries < HUES.length && [...taken.values()].includes(hue); tries++) {
      hue = (hue + 1) % HUES.length;
    }
    taken.set(service, hue);
  }
  return new Map([...taken].map(([service, hue]) => [service, theme.visualization.getColorByName(HUES[hue])]));
}

/** FNV-1a */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
