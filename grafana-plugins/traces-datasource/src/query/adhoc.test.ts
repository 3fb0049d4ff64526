import { describe, expect, it } from 'vitest';
import { withAdHoc } from './adhoc';

describe('withAdHoc', () => {
  it.each([
    [{ key: 'span.a', operator: '=', value: 'x"y' }, '{ span.a = "x\\"y" }'],
    [{ key: 'span.a', operator: '!=', value: 'x' }, '{ !(span.a = "x") }'],
    [{ key: 'span.a', operator: '=~', value: 'x.*' }, '{ span.a =~ "x.*" }'],
    [{ key: 'span.a', operator: '=|', value: 'x', values: ['x', 'y.z'] }, '{ span.a =~ "x|y\\\\.z" }'],
    [{ key: 'span.a', operator: '!=|', value: 'x', values: ['x', 'y'] }, '{ !(span.a =~ "x|y") }'],
    [{ key: 'span.a', operator: '>', value: '5' }, '{ span.a > 5 }'],
    [{ key: 'status', operator: '=', value: 'error' }, '{ status = error }'],
  ])('%o', (filter, expected) => {
    expect(withAdHoc('', [filter])).toBe(expected);
  });

  it('narrows a filter by each in turn', () => {
    const filters = [
      { key: 'span.a', operator: '=', value: '1' },
      { key: 'span.b', operator: '=', value: '2' },
    ];
    expect(withAdHoc('{ name = "x" }', filters)).toBe('{ name = "x" && span.a = "1" && span.b = "2" }');
  });
});
