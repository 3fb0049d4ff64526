import type { LatencyRow } from './types';

const BUCKETS_PER_DOUBLING = 4;

/** The bucket that holds 0 and 1 ns; nothing lies below it. */
export const LOWEST_BUCKET = -1;

/**
 * Edges of OpenTelemetry's base-2 exponential histogram at scale 2: bucket `index` ends at `floor(2^((index+1)/4))` ns.
 * Two integer square roots give the exact floor, which a floating-point power does not promise.
 */
export function bucketRow(index: number): LatencyRow {
  return { aboveNanos: index <= LOWEST_BUCKET ? -1 : edge(index), upToNanos: edge(index + 1) };
}

function edge(quarters: number): number {
  return quarters <= 0 ? 1 : Number(squareRoot(squareRoot(1n << BigInt(quarters))));
}

/** Newton's method from above: it falls until it stands on the floor of the root. */
function squareRoot(value: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) {
      return root;
    }
    root = next;
  }
}

/** The bucket range widened to whole doublings and to at least `minimum` rows, so that a refresh does not shift the axis. */
export function paddedRange(first: number, last: number, minimum: number): { first: number; last: number } {
  let low = Math.floor(first / BUCKETS_PER_DOUBLING) * BUCKETS_PER_DOUBLING;
  let high = Math.ceil((last + 1) / BUCKETS_PER_DOUBLING) * BUCKETS_PER_DOUBLING;
  while (high - low < minimum) {
    if ((high - low) % (2 * BUCKETS_PER_DOUBLING) === 0 || low <= 0) {
      high += BUCKETS_PER_DOUBLING;
    } else {
      low -= BUCKETS_PER_DOUBLING;
    }
  }
  return { first: Math.max(LOWEST_BUCKET, low), last: high - 1 };
}
