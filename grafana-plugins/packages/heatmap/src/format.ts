/** Keeps number and unit on one line. */
const SPACE = '\u00a0';

const UNITS: ReadonlyArray<readonly [number, string]> = [
  [3_600e9, 'h'],
  [60e9, 'min'],
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
];

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const allThreeDigits = new Intl.NumberFormat('en-US', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** A duration in the unit that suits it, three significant digits: `1.41 s`, `210 ms`. */
export function formatNanos(nanos: number): string {
  return formatted(nanos, threeDigits);
}

/** The same with all of its three digits, so that a column of them lines up: `3.90 s`. */
export function formatNanosInColumn(nanos: number): string {
  return formatted(nanos, nanos < 1e3 ? whole : allThreeDigits);
}

function formatted(nanos: number, digits: Intl.NumberFormat): string {
  if (nanos <= 0) {
    return `0${SPACE}ns`;
  }
  const index = UNITS.findIndex(([size]) => nanos >= size);
  const [size, unit] = UNITS[index < 0 ? UNITS.length - 1 : index];
  const value = Number((nanos / size).toPrecision(3));
  const [larger, largerUnit] = UNITS[Math.max(0, index - 1)];
  if (index > 0 && value * size >= larger) {
    return `${digits.format((value * size) / larger)}${SPACE}${largerUnit}`;
  }
  return `${digits.format(value)}${SPACE}${unit}`;
}

/** A latency range: `501 ms – 1.41 s`. */
export function formatLatencyRange(aboveNanos: number, upToNanos: number): string {
  return `${formatNanos(aboveNanos)} – ${formatNanos(upToNanos)}`;
}

/** A count with thousands separators. Weighted counts are rounded. */
export function formatCount(count: number): string {
  return count > 0 && count < 0.5 ? '<1' : whole.format(count);
}

/** A count where room is short: `12.4K`. */
export function formatCompact(count: number): string {
  return compact.format(count);
}

/** A share of one as a percentage; two digits below ten, never a false 0 % or 100 %. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) {
    return `<0.1${SPACE}%`;
  }
  if (percent < 100 && percent > 99.9) {
    return `>99.9${SPACE}%`;
  }
  const decimals = percent === 0 || (percent >= 9.95 && percent <= 99) || percent === 100 ? 0 : 1;
  return `${percent.toFixed(decimals)}${SPACE}%`;
}
