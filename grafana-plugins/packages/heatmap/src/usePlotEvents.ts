import { useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { cellRangeOf } from './boxes';
import { cursorOf, hitTest } from './hit';
import { commandOf } from './keys';
import { inPlot, nearestCell, type Scales } from './scales';
import type { Cell, LatencyBox, Point, Rect } from './types';
import type { Selection } from './useSelection';

interface PlotEventOptions {
  readonly scales: Scales;
  readonly rects: ReadonlyArray<Rect | undefined>;
  readonly boxes: readonly LatencyBox[];
  readonly onBoxesChange?: (boxes: LatencyBox[]) => void;
  readonly onZoomOut?: () => void;
  readonly selection: Selection;
}

interface Hover {
  readonly cell: Cell;
  readonly pointer: Point;
}

/** A press that moves less than this is a click. */
const DRAG_THRESHOLD = 4;

/** Turns pointer and keyboard events on the plot into steps of the selection and into hovering. */
export function usePlotEvents({ scales, rects, boxes, onBoxesChange, onZoomOut, selection }: PlotEventOptions) {
  const [hover, setHover] = useState<Hover>();
  const [cursor, setCursor] = useState('default');
  const press = useRef<{ at: Point; dragged: boolean } | undefined>(undefined);
  const { gesture, send, begin } = selection;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || isControl(event)) {
      return;
    }
    const at = pointOf(event);
    const zoom = event.ctrlKey || event.metaKey;
    if (!onBoxesChange && !zoom) {
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { at, dragged: false };
    setHover(undefined);
    send({
      type: 'press',
      hit: hitTest(scales, rects, at),
      cell: nearestCell(scales, at),
      add: event.shiftKey,
      zoom,
      ranges: boxes.map((box) => cellRangeOf(scales.grid, box)),
    });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const at = pointOf(event);
    if (!press.current) {
      setHover(
        inPlot(scales, at) && !isControl(event)
          ? { cell: nearestCell(scales, at), pointer: { x: event.clientX, y: event.clientY } }
          : undefined
      );
      setCursor(onBoxesChange ? cursorOf(hitTest(scales, rects, at)) : 'default');
      return;
    }
    press.current.dragged ||= distance(press.current.at, at) >= DRAG_THRESHOLD;
    if (press.current.dragged) {
      send({ type: 'move', cell: nearestCell(scales, at) });
    }
  };

  const onPointerUp = () => {
    if (press.current) {
      send({ type: press.current.dragged ? 'release' : 'cancel' });
      press.current = undefined;
    }
  };

  const onPointerCancel = () => {
    press.current = undefined;
    send({ type: 'cancel' });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isControl(event) || !onBoxesChange) {
      return;
    }
    const command = commandOf(event, gesture.kind !== 'idle', boxes.length);
    if (!command) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    setHover(undefined);
    if (command.kind === 'send') {
      send(command.event);
    } else if (command.kind === 'begin') {
      begin(command.target);
    } else {
      onBoxesChange([]);
    }
  };

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    if (!isControl(event)) {
      onZoomOut?.();
    }
  };

  return {
    hover,
    cursor,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel,
      onPointerLeave: () => setHover(undefined),
      onKeyDown,
      onDoubleClick,
    },
  };
}

function isControl(event: { target: EventTarget }): boolean {
  return event.target instanceof Element && event.target.closest('button') !== null;
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
