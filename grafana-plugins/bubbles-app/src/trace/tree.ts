import type { TraceSpan } from '@hotspan/client';
import { parseInstant } from '@hotspan/heatmap';

/** A span in its place in the trace. */
export interface Node {
  readonly span: TraceSpan;
  readonly children: readonly Node[];
  readonly depth: number;
  /** From the trace's start. */
  readonly startNanos: number;
  readonly failed: boolean;
  /** Spans below this one. */
  readonly descendants: number;
  /** Whether a span below this one failed. */
  readonly hidesFailure: boolean;
}

/** A trace's spans as a tree. Spans whose parent is missing become roots of their own. */
export interface TraceTree {
  readonly roots: readonly Node[];
  readonly durationNanos: number;
  /** Services in the order of their first span. */
  readonly services: readonly string[];
}

export function treeOf(spans: readonly TraceSpan[]): TraceTree {
  const known = distinct(spans);
  const starts = new Map(known.map((span) => [span, parseInstant(span.timestamp)]));
  const startOf = (span: TraceSpan) => starts.get(span) ?? 0n;
  const ordered = [...known].sort((a, b) => compare(startOf(a), startOf(b)) || b.durationNanos - a.durationNanos);
  const origin = ordered.length > 0 ? startOf(ordered[0]) : 0n;
  const ids = new Set(ordered.map(({ spanId }) => spanId));
  const children = new Map<string, TraceSpan[]>();
  const roots: TraceSpan[] = [];
  for (const span of ordered) {
    if (span.parentSpanId && ids.has(span.parentSpanId) && span.parentSpanId !== span.spanId) {
      children.set(span.parentSpanId, [...(children.get(span.parentSpanId) ?? []), span]);
    } else {
      roots.push(span);
    }
  }
  const placed = new Set<string>();
  const node = (span: TraceSpan, depth: number): Node => {
    placed.add(span.spanId);
    const below = (children.get(span.spanId) ?? [])
      .filter(({ spanId }) => !placed.has(spanId))
      .map((child) => node(child, depth + 1));
    return {
      span,
      children: below,
      depth,
      startNanos: Number(startOf(span) - origin),
      failed: isError(span.status),
      descendants: below.reduce((sum, child) => sum + 1 + child.descendants, 0),
      hidesFailure: below.some((child) => child.failed || child.hidesFailure),
    };
  };
  const nodes = roots.map((span) => node(span, 0));
  // Parents that form a ring belong to no root; each is shown where it is met first.
  for (const span of ordered) {
    if (!placed.has(span.spanId)) {
      nodes.push(node(span, 0));
    }
  }
  return {
    roots: nodes,
    durationNanos: Math.max(1, ...ordered.map((span) => Number(startOf(span) - origin) + span.durationNanos)),
    services: [...new Set(ordered.map(({ service }) => service))],
  };
}

/** A status however its service writes it. */
export function isError(status: string): boolean {
  return status.toLowerCase() === 'error';
}

/** Deliveries can repeat a span; it is shown once. */
function distinct(spans: readonly TraceSpan[]): TraceSpan[] {
  return [...new Map(spans.map((span) => [span.spanId, span])).values()];
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rows in sight: all nodes from the top down, without those below a folded one. */
export function rowsOf(roots: readonly Node[], folded: ReadonlySet<string>): Node[] {
  const rows: Node[] = [];
  // A stack of its own: a trace may be deeper than the call stack.
  const stack = [...roots].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    rows.push(node);
    if (!folded.has(node.span.spanId)) {
      for (let i = node.children.length - 1; i >= 0; i--) {
        stack.push(node.children[i]);
      }
    }
  }
  return rows;
}
