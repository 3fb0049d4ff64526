import type { SelectionEvent, Target } from './selection';

/** What a key press on the heatmap asks for. */
export type Command =
  | { readonly kind: 'send'; readonly event: SelectionEvent }
  | { readonly kind: 'begin'; readonly target: Target }
  | { readonly kind: 'clear' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const STRIDE = 5;

/**
 * The command of a key, or undefined where the key means nothing here and the page should have it.
 *
 * @param drawing whether a box is being placed by keyboard
 * @param boxes how many boxes there are
 */
export function commandOf(event: Key, drawing: boolean, boxes: number): Command | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) {
    return undefined;
  }
  if (key === 'Escape') {
    if (drawing) {
      return { kind: 'send', event: { type: 'cancel' } };
    }
    return boxes > 0 ? { kind: 'clear' } : undefined;
  }
  if (key === 'Enter') {
    if (drawing) {
      return { kind: 'send', event: { type: 'release' } };
    }
    return { kind: 'begin', target: boxes > 0 ? boxes - 1 : 'all' };
  }
  if (key === 'b' || key === 'B') {
    return { kind: 'begin', target: shiftKey ? 'beside' : 'all' };
  }
  const arrow = ARROWS[key];
  if (!arrow || !drawing) {
    return undefined;
  }
  const stride = altKey ? STRIDE : 1;
  return {
    kind: 'send',
    event: { type: 'nudge', dx: arrow[0] * stride, dy: arrow[1] * stride, resize: shiftKey },
  };
}
