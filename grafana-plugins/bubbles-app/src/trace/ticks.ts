const MOST = 6;
const STEPS = [1, 2, 5, 10];

/** Round times along a trace, from its beginning: at most seven, one, two or five of a power of ten apart. */
export function traceTicks(durationNanos: number): number[] {
  if (durationNanos <= 0) {
    return [0];
  }
  const power = 10 ** Math.floor(Math.log10(durationNanos / MOST));
  const step = power * (STEPS.find((factor) => durationNanos / (power * factor) <= MOST) ?? 10);
  return Array.from({ length: Math.floor(durationNanos / step) + 1 }, (_, i) => i * step);
}
