import { describe, expect, it } from 'vitest';
import { drawnOf } from './answer';
import { bubblesLink } from './bubblesLink';
import { durationNanos, withinLatency } from './latencyRange';
import { answer, frameOf, range } from './testing';

describe('drawnOf', () => {
  it('finds the heatmap among the frames', () => {
    const frames = [frameOf({}), frameOf({ heatmap: answer, filter: '{ name = "x" }', scope: 'entry' })];
    expect(drawnOf(frames)).toEqual({ answer, filter: '{ name = "x" }', scope: 'entry' });
  });

  it.each([[{}], [{ heatmap: null }], [{ heatmap: { rows: [] } }], [{ heatmap: 'text' }]])(
    'finds none in %j',
    (custom) => {
      expect(drawnOf([frameOf(custom)])).toBeUndefined();
    }
  );
});

describe('bubblesLink', () => {
  it('repeats the question and names the box exactly', () => {
    const box = {
      from: '2026-01-01T10:05:00.000000001Z',
      to: '2026-01-01T10:06:00Z',
      aboveNanos: 1_048_576,
      upToNanos: 1_246_974,
    };
    const link = new URL(bubblesLink({ answer, filter: '{ name = "a&b" }', scope: 'root' }, range, [box]), 'http://x');
    expect(link.pathname).toBe('/a/hotspan-bubbles-app');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      from: String(range.from.valueOf()),
      to: String(range.to.valueOf()),
      filter: '{ name = "a&b" }',
      scope: 'root',
      box: '2026-01-01T10:05:00.000000001Z~2026-01-01T10:06:00Z~1048576~1246974',
    });
  });
});

describe('durationNanos', () => {
  it.each([
    ['10ms', 1e7],
    [' 1.5 s ', 1.5e9],
    ['2m', 1.2e11],
    ['', undefined],
    ['fast', undefined],
    ['10', undefined],
    ['-1s', undefined],
  ])('%s', (text, nanos) => {
    expect(durationNanos(text)).toBe(nanos);
  });
});

describe('withinLatency', () => {
  it('leaves an answer alone without bounds, or with bounds around it', () => {
    expect(withinLatency(answer, '', '')).toBe(answer);
    expect(withinLatency(answer, '1us', '1h')).toBe(answer);
  });

  it('keeps the rows that reach into the bounds, and their cells', () => {
    const { rows, cells, totals } = withinLatency(answer, '1.1ms', '1.2ms');
    expect(rows).toEqual([answer.rows[1]]);
    expect(cells).toEqual({ column: [5], row: [0], count: [4], errors: [1] });
    expect(totals).toBe(answer.totals);
  });
});
