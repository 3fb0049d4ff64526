import { expect, test } from 'vitest';
import { criticalPath } from './criticalPath';
import { spanOf } from './testing';
import { rowsOf, treeOf } from './tree';

const NONE = new Set<string>();
const ids = (rows: ReturnType<typeof rowsOf>) => rows.map(({ span }) => span.spanId);

test('children follow their parent in order of time', () => {
  const { roots, durationNanos } = treeOf([
    spanOf('c', 'a', 50, 80),
    spanOf('b', 'a', 10, 40),
    spanOf('a', '', 0, 100),
    spanOf('d', 'b', 12, 20, { status: 'Error' }),
  ]);
  expect(ids(rowsOf(roots, NONE))).toEqual(['a', 'b', 'd', 'c']);
  expect(durationNanos).toBe(100e6);
  expect(roots[0]).toMatchObject({ descendants: 3, hidesFailure: true, failed: false });
});

test('a folded span hides those below it', () => {
  const { roots } = treeOf([spanOf('a', '', 0, 100), spanOf('b', 'a', 10, 40), spanOf('c', 'b', 12, 20)]);
  expect(ids(rowsOf(roots, new Set(['b'])))).toEqual(['a', 'b']);
});

test('no span is lost or doubled: orphans, rings, own parents, repeats', () => {
  const spans = [
    spanOf('a', 'missing', 0, 100),
    spanOf('b', 'c', 10, 40),
    spanOf('c', 'b', 12, 20),
    spanOf('d', 'd', 15, 20),
    spanOf('a', 'missing', 0, 100),
  ];
  expect(ids(rowsOf(treeOf(spans).roots, NONE)).sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('an empty trace is a tree without spans', () => {
  expect(treeOf([])).toMatchObject({ roots: [], services: [] });
});

test('a thousand spans take no time', () => {
  const spans = Array.from({ length: 5000 }, (_, i) => spanOf(`s${i}`, i === 0 ? '' : `s${(i - 1) >> 1}`, i, 10_000));
  const started = performance.now();
  expect(rowsOf(treeOf(spans).roots, NONE)).toHaveLength(5000);
  expect(performance.now() - started).toBeLessThan(1000);
});

function pathOf(...spans: ReturnType<typeof spanOf>[]) {
  return criticalPath(treeOf(spans).roots[0]).map(
    ({ spanId, fromNanos, toNanos }) => `${spanId} ${fromNanos / 1e6}–${toNanos / 1e6}`
  );
}

test('the critical path waits for the child that finished last', () => {
  const path = pathOf(
    spanOf('a', '', 0, 100),
    spanOf('b', 'a', 10, 60),
    spanOf('c', 'a', 10, 90),
    spanOf('d', 'a', 92, 95)
  );
  expect(path).toEqual(['a 0–10', 'c 10–90', 'a 90–92', 'd 92–95', 'a 95–100']);
});

test('the critical path descends', () => {
  expect(pathOf(spanOf('a', '', 0, 100), spanOf('b', 'a', 20, 80), spanOf('c', 'b', 30, 70))).toEqual([
    'a 0–20',
    'b 20–30',
    'c 30–70',
    'b 70–80',
    'a 80–100',
  ]);
});

test('work that outlives its parent is not waited for', () => {
  expect(pathOf(spanOf('a', '', 0, 100), spanOf('b', 'a', 50, 300))).toEqual(['a 0–100']);
});

test('stretches fill the root and never overlap', () => {
  const spans = [spanOf('a', '', 0, 1000)];
  for (let i = 1; i < 200; i++) {
    const from = (i * 37) % 900;
    spans.push(spanOf(`s${i}`, i < 20 ? 'a' : `s${i % 19 || 1}`, from, from + ((i * 53) % 90) + 1));
  }
  const stretches = criticalPath(treeOf(spans).roots[0]);
  expect(stretches[0].fromNanos).toBe(0);
  stretches.slice(1).forEach((stretch, i) => expect(stretch.fromNanos).toBeGreaterThanOrEqual(stretches[i].toNanos));
  expect(stretches[stretches.length - 1].toNanos).toBe(1000e6);
});
