import { formatShare } from '@hotspan/heatmap';

const SPACE = '\u00a0';
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** What share was kept, with a decimal where it tells something: `11.2 %`, and never a false 0 % or 100 %. */
export function formatRate(part: number, whole: number): string {
  const share = whole > 0 ? part / whole : 0;
  const percent = share * 100;
  return percent >= 9.95 && percent < 99.5 ? `${percent.toFixed(1)}${SPACE}%` : formatShare(share);
}

/** Bytes in decimal units, three significant digits: `1.24 GB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? Math.round(value) : Number(value.toPrecision(3))}${SPACE}${BYTE_UNITS[power]}`;
}

/** A number that is named: `1 trace`, `1,204 traces`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')}${SPACE}${count === 1 ? one : many}`;
}
