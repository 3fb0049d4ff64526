import { EventBusSrv } from '@grafana/data';
import { setAppEvents } from '@grafana/runtime';
import type { Heatmap } from '@hotspan/client';

/** Lower edge of a latency bucket in nanoseconds. */
export function edgeOf(bucket: number): number {
  return Math.floor(2 ** (bucket / 4));
}

/** A heatmap of two steps that holds these counts in its second one, the lowest row first. */
export function heatmapOf(counts: readonly number[]): Heatmap {
  const count = counts.reduce((a, b) => a + b, 0);
  return {
    from: '2026-11-21T14:00:00Z',
    to: '2026-11-21T14:00:20Z',
    stepNanos: 10_000_000_000,
    columns: 2,
    rows: counts.map((_, i) => ({ index: 100 + i, aboveNanos: edgeOf(100 + i), upToNanos: edgeOf(101 + i) })),
    cells: {
      column: counts.map(() => 1),
      row: counts.map((_, i) => i),
      count: [...counts],
      errors: counts.map(() => 0),
      stored: [...counts],
    },
    totals: { count, errors: 0, stored: count, countStandardError: 0 },
    exact: true,
    source: 'spans',
    notices: [],
  };
}

/** What the pages use of a browser and of Grafana, and jsdom does not have. */
export function fakeBrowser() {
  setAppEvents(new EventBusSrv());
  HTMLElement.prototype.setPointerCapture = () => undefined;
  // Grafana's combobox measures text on a canvas.
  const context = new Proxy({}, { get: () => () => ({ width: 10 }), set: () => true });
  HTMLCanvasElement.prototype.getContext = (() => context) as unknown as HTMLCanvasElement['getContext'];
  // As wide as a heatmap needs to be drawn.
  window.ResizeObserver = class {
    constructor(private readonly listener: ResizeObserverCallback) {}
    observe(target: Element) {
      this.listener(
        [{ target, contentRect: { width: 672 } } as ResizeObserverEntry],
        this as unknown as ResizeObserver
      );
    }
    unobserve() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver;
}
