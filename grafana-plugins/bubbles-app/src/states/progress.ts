import type { Progress } from '@hotspan/client';
import { formatCount } from '@hotspan/heatmap';

/** `4.1 of 12.0 M spans`: both numbers in the unit of the larger. */
export function progressText({ readRows, totalRows }: Progress): string {
  const total = Math.max(readRows, totalRows);
  const [size, unit] = total >= 1e9 ? [1e9, 'B'] : total >= 1e6 ? [1e6, 'M'] : [1, ''];
  const text = (rows: number) => (size === 1 ? formatCount(rows) : (rows / size).toFixed(1));
  return totalRows > 0
    ? `${text(readRows)} of ${text(total)} ${unit && `${unit} `}spans`
    : `${text(readRows)} ${unit && `${unit} `}spans read`;
}
