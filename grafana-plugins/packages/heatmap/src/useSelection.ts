import { useCallback, useEffect, useRef, useState } from 'react';
import { boxOf, cellRangeOf } from './boxes';
import { columnStart, type Grid } from './grid';
import { millisOf } from './instants';
import { IDLE, placed, step, type Gesture, type Outcome, type SelectionEvent, type Target } from './selection';
import type { LatencyBox } from './types';

/** A stretch of time picked on the heatmap. */
export interface TimeSpan {
  readonly fromMillis: number;
  readonly toMillis: number;
}

export interface SelectionOptions {
  readonly boxes: readonly LatencyBox[];
  readonly onBoxesChange?: (boxes: LatencyBox[]) => void;
  readonly onZoom?: (span: TimeSpan) => void;
}

export interface Selection {
  readonly gesture: Gesture;
  readonly send: (event: SelectionEvent) => void;
  /** Begins a box by keyboard, or takes up the last one. */
  readonly begin: (target: Target) => void;
}

/** Runs the selection's state machine and hands finished gestures on. */
export function useSelection(grid: Grid, options: SelectionOptions): Selection {
  const [gesture, setGesture] = useState<Gesture>(IDLE);
  // Events may come faster than renders: each step starts from the last one's result, not from the last picture.
  const current = useRef<Gesture>(IDLE);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const send = useCallback(
    (event: SelectionEvent) => {
      const next = step(current.current, event, { columns: grid.columns, rows: grid.rows.length });
      current.current = next.gesture;
      setGesture(next.gesture);
      if (next.outcome) {
        settle(grid, next.outcome, latest.current);
      }
    },
    [grid]
  );
  const begin = useCallback(
    (target: Target) => {
      const box = typeof target === 'number' ? latest.current.boxes[target] : undefined;
      send({ type: 'start', target, range: box ? cellRangeOf(grid, box) : undefined });
    },
    [grid, send]
  );
  return { gesture, send, begin };
}

function settle(grid: Grid, outcome: Outcome, { boxes, onBoxesChange, onZoom }: SelectionOptions): void {
  if (outcome.kind === 'select') {
    onBoxesChange?.(placed(boxes, outcome.target, boxOf(grid, outcome.range)));
  } else {
    onZoom?.({
      fromMillis: millisOf(columnStart(grid, outcome.column0)),
      toMillis: millisOf(columnStart(grid, outcome.column1)),
    });
  }
}
