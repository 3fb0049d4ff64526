/** The rows of a long list that are in sight, and a few around them. */
export interface Window {
  readonly first: number;
  /** Past the last. */
  readonly end: number;
}

const MARGIN = 10;

export function windowOf(scrollTop: number, height: number, rowHeight: number, rows: number): Window {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN);
  const end = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  return { first: Math.min(first, end), end };
}

/** Where to scroll so that a row is in sight; the same place if it is already. */
export function scrollTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) {
    return top;
  }
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
