import { Problem } from '@hotspan/client';
import { renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useFilterProblem } from './useFilterProblem';

/** A service that minds `spam`, and says at which column it stands. */
const client = {
  parseFilter: vi.fn(async (filter: string) => {
    const errors = [{ field: 'filter', message: 'unknown field', column: filter.indexOf('spam') + 1 }];
    if (filter.includes('spam')) {
      throw new Problem('urn:hotspan:problem:invalid-request', 'Invalid request', 400, 'unknown field', errors);
    }
    return { ok: true };
  }),
};

it.each([
  ['{ spam.x = 1 }', 3],
  ['spam.x = 1', 1],
  ['  { status = error && spam', 23],
])('points into %s as it was typed', async (typed, column) => {
  const { result } = renderHook(() => useFilterProblem(client, typed));
  await waitFor(() => expect(result.current).toEqual({ message: 'unknown field', column }));
});

it('points nowhere where variables were filled in', async () => {
  const { result } = renderHook(() => useFilterProblem(client, '{ $what = 1 }', '{ spam.x = 1 }'));
  await waitFor(() => expect(result.current).toEqual({ message: 'unknown field', column: undefined }));
});

it('asks about nothing for an empty filter, and says nothing of a service that is away', async () => {
  const parseFilter = vi.fn().mockRejectedValue(new Problem('about:blank', 'away', 503, 'Nothing answers.'));
  const { result, rerender } = renderHook(({ filter }) => useFilterProblem({ parseFilter }, filter), {
    initialProps: { filter: '{ }' },
  });
  rerender({ filter: '{ status = error }' });
  await waitFor(() => expect(parseFilter).toHaveBeenCalled());
  expect(parseFilter.mock.calls.map(([filter]) => filter)).not.toContain('');
  expect(result.current).toBeUndefined();
});
