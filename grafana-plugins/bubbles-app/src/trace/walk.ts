import type { Node } from './tree';

/** What a key does in the waterfall: the span to stand on, and one to fold or unfold. */
export interface Walk {
  readonly focus: string;
  readonly fold?: string;
  readonly unfold?: string;
  readonly open?: boolean;
}

const PAGE = 15;

/** Keys as in every tree: up and down, right opens or goes in, left closes or goes out. */
export function walk(
  key: string,
  rows: readonly Node[],
  focused: string | undefined,
  folded: ReadonlySet<string>
): Walk | undefined {
  const at = Math.max(
    0,
    rows.findIndex(({ span }) => span.spanId === focused)
  );
  const node = rows[at];
  if (!node) {
    return undefined;
  }
  const id = node.span.spanId;
  const to = (index: number) => ({ focus: rows[Math.min(rows.length - 1, Math.max(0, index))].span.spanId });
  const isFolded = folded.has(id);
  switch (key) {
    case 'ArrowDown':
      return to(focused === undefined ? 0 : at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + PAGE);
    case 'PageUp':
      return to(at - PAGE);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (node.children.length === 0) {
        return undefined;
      }
      return isFolded ? { focus: id, unfold: id } : to(at + 1);
    case 'ArrowLeft':
      if (node.children.length > 0 && !isFolded) {
        return { focus: id, fold: id };
      }
      return { focus: parentOf(rows, at) ?? id };
    case 'Enter':
    case ' ':
      return { focus: id, open: true };
    default:
      return undefined;
  }
}

function parentOf(rows: readonly Node[], at: number): string | undefined {
  for (let i = at - 1; i >= 0; i--) {
    if (rows[i].depth < rows[at].depth) {
      return rows[i].span.spanId;
    }
  }
  return undefined;
}
