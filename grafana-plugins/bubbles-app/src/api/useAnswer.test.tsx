import { Problem, type StreamOptions } from '@hotspan/client';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useAnswer } from './useAnswer';

function deferred() {
  const calls: Array<{ options: StreamOptions; resolve: (value: string) => void; reject: (error: unknown) => void }> =
    [];
  const ask = vi.fn(
    (options: StreamOptions) =>
      new Promise<string>((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        calls.push({ options, resolve, reject });
      })
  );
  return { calls, ask };
}

test('the last answer stays until the next is there, and the old question is taken back', async () => {
  const { calls, ask } = deferred();
  const { result, rerender } = renderHook(({ key }) => useAnswer(key, ask), { initialProps: { key: 'a' } });
  expect(result.current.loading).toBe(true);
  await act(async () => calls[0].resolve('first'));
  expect(result.current).toMatchObject({ data: 'first', loading: false, stale: false });

  rerender({ key: 'b' });
  expect(result.current).toMatchObject({ data: 'first', stale: true, loading: true });
  rerender({ key: 'c' });
  expect(calls[1].options.signal?.aborted).toBe(true);
  await act(async () => calls[1].resolve('late'));
  expect(result.current.data).toBe('first');
  await act(async () => calls[2].resolve('third'));
  expect(result.current).toMatchObject({ data: 'third', stale: false });
});

test('progress is shown while it lasts', async () => {
  const { calls, ask } = deferred();
  const { result } = renderHook(() => useAnswer('a', ask));
  act(() => calls[0].options.onProgress?.({ readRows: 4, totalRows: 12 }));
  expect(result.current.progress).toEqual({ readRows: 4, totalRows: 12 });
  await act(async () => calls[0].resolve('done'));
  expect(result.current.progress).toBeUndefined();
});

test('a problem is kept and retried', async () => {
  const { calls, ask } = deferred();
  const { result } = renderHook(() => useAnswer('a', ask));
  const problem = new Problem('about:blank', 'away', 503, '');
  await act(async () => calls[0].reject(problem));
  expect(result.current.problem).toBe(problem);
  act(() => result.current.retry());
  expect(result.current).toMatchObject({ loading: true, problem: undefined });
  await act(async () => calls[1].resolve('back'));
  expect(result.current.data).toBe('back');
});

test('a cancelled question ends and can be asked again', async () => {
  const { calls, ask } = deferred();
  const { result } = renderHook(() => useAnswer('a', ask));
  act(() => result.current.cancel());
  expect(calls[0].options.signal?.aborted).toBe(true);
  await waitFor(() => expect(result.current).toMatchObject({ loading: false, cancelled: true }));
  act(() => result.current.retry());
  expect(result.current).toMatchObject({ loading: true, cancelled: false });
});

test('without a key nothing is asked', () => {
  const { ask } = deferred();
  const { result } = renderHook(() => useAnswer(undefined, ask));
  expect(ask).not.toHaveBeenCalled();
  expect(result.current.loading).toBe(false);
});
