import type { Node } from './tree';

/** A stretch of the trace during which nothing but this span held up the answer. */
export interface Stretch {
  readonly spanId: string;
  readonly fromNanos: number;
  readonly toNanos: number;
}

/**
 * The chain of work that sets the trace's duration. Walked backwards from the end: whatever child finished last was being
 * waited for, and before it began, the child that had finished by then (the method of Uber's CRISP, USENIX ATC 2022).
 */
export function criticalPath(root: Node): Stretch[] {
  const stretches: Stretch[] = [];
  const open = [{ node: root, since: root.startNanos, until: endOf(root) }];
  for (let work = open.pop(); work; work = open.pop()) {
    const { node, since, until } = work;
    let cursor = until;
    const byEnd = [...node.children].sort((a, b) => endOf(b) - endOf(a));
    for (const child of byEnd) {
      const end = endOf(child);
      // A child that outlives what is being explained held nothing up.
      if (end <= cursor && end > since) {
        add(stretches, node, end, cursor);
        // Clocks of two machines differ: a child may seem to begin before its parent.
        const begin = Math.max(since, child.startNanos);
        open.push({ node: child, since: begin, until: end });
        cursor = begin;
      }
    }
    add(stretches, node, since, cursor);
  }
  return stretches.sort((a, b) => a.fromNanos - b.fromNanos);
}

function add(stretches: Stretch[], node: Node, fromNanos: number, toNanos: number): void {
  if (toNanos > fromNanos) {
    stretches.push({ spanId: node.span.spanId, fromNanos, toNanos });
  }
}

function endOf(node: Node): number {
  return node.startNanos + node.span.durationNanos;
}

/** The stretches of each span. */
export function bySpan(stretches: readonly Stretch[]): ReadonlyMap<string, readonly Stretch[]> {
  const map = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    map.set(stretch.spanId, [...(map.get(stretch.spanId) ?? []), stretch]);
  }
  return map;
}
