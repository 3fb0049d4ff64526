const NANOS_PER_MILLI = 1_000_000n;
const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Nanoseconds since the epoch of an RFC 3339 instant. Kept as bigint: a double cannot hold today's nanoseconds,
 * and a box whose edge is off by a few no longer ends where its cells do.
 */
export function parseInstant(text: string): bigint {
  const match = INSTANT.exec(text);
  if (!match) {
    throw new RangeError(`not an RFC 3339 instant: ${text}`);
  }
  const seconds = Date.parse(match[1] + match[3]);
  const fraction = (match[2] ?? '').padEnd(9, '0');
  return BigInt(seconds) * NANOS_PER_MILLI + BigInt(fraction);
}

/** The RFC 3339 form of an instant, with as many decimals as it needs. */
export function formatInstant(nanos: bigint): string {
  const subsecond = ((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = new Date(Number((nanos - subsecond) / NANOS_PER_MILLI)).toISOString().slice(0, 19);
  const decimals =
    subsecond === 0n
      ? ''
      : `.${subsecond
          .toString()
          .padStart(9, '0')
          .replace(/(000)+$/, '')}`;
  return `${seconds}${decimals}Z`;
}

/** Milliseconds since the epoch, fractions kept. */
export function millisOf(nanos: bigint): number {
  return Number(nanos / NANOS_PER_MILLI) + Number(nanos % NANOS_PER_MILLI) / 1e6;
}

/** Nanoseconds since the epoch of a time in milliseconds. */
export function nanosOfMillis(millis: number): bigint {
  return BigInt(Math.round(millis)) * NANOS_PER_MILLI;
}
