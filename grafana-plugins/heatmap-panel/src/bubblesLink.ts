import type { TimeRange } from '@grafana/data';
import type { LatencyBox } from '@hotspan/heatmap';
import type { Drawn } from './answer';

/** The address of the Bubbles app with this question and these boxes. The range is absolute: the boxes lie in it. */
export function bubblesLink({ filter, scope }: Drawn, { from, to }: TimeRange, boxes: readonly LatencyBox[]): string {
  const query = new URLSearchParams({ from: String(from.valueOf()), to: String(to.valueOf()), filter, scope });
  for (const box of boxes) {
    query.append('box', [box.from, box.to, box.aboveNanos, box.upToNanos].join('~'));
  }
  return `/a/hotspan-bubbles-app?${query}`;
}
