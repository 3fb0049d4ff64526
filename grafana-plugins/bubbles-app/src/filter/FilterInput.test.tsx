import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Problem } from '@hotspan/client';
import { expect, test, vi } from 'vitest';
import { ServicesProvider, type Services } from '../api/services';
import { FilterInput } from './FilterInput';
import { fieldSuggestions } from './useSuggestions';

const fields = [
  { name: 'span.http.route', type: 'string' as const, distinct: 6 },
  { name: 'resource.service.name', type: 'string' as const, distinct: 6 },
  { name: 'duration', type: 'duration' as const, distinct: 1000 },
];

function show(value = '') {
  const onSubmit = vi.fn();
  const heatmap = {
    fields: vi.fn(async () => fields),
    fieldValues: vi.fn(async () => ({ values: [{ value: '/cart/checkout', count: 1200 }], capped: false })),
    parseFilter: vi.fn(async (filter: string) => {
      if (filter.includes('spam')) {
        const errors = [{ field: 'filter', message: 'unknown field', column: 3 }];
        throw new Problem('urn:hotspan:problem:invalid-request', 'Invalid request', 400, 'unknown field', errors);
      }
      return { ok: true };
    }),
  };
  const interval = { from: '2026-11-21T14:00:00Z', to: '2026-11-21T14:30:00Z' };
  render(
    <ServicesProvider value={{ heatmap } as unknown as Services}>
      <FilterInput value={value} interval={interval} onSubmit={onSubmit} inputRef={null} />
    </ServicesProvider>
  );
  return { onSubmit, input: screen.getByRole('combobox', { name: 'Filter' }) };
}

test('a filter is built from suggestions alone', async () => {
  const { input, onSubmit } = show();
  await userEvent.click(input);
  await userEvent.type(input, 'rout');
  await screen.findByRole('option', { name: /span\.http\.route/ });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(input).toHaveValue('{ span.http.route }');
  await waitFor(() => expect(screen.getByRole('option', { name: /^=equal/ })).toBeInTheDocument());
  await userEvent.keyboard('{ArrowDown}{Tab}');
  await userEvent.click(await screen.findByRole('option', { name: /checkout/ }));
  expect(input).toHaveValue('{ span.http.route = "/cart/checkout" }');
  await userEvent.keyboard('{Escape}{Enter}');
  expect(onSubmit).toHaveBeenCalledWith('{ span.http.route = "/cart/checkout" }');
});

test('a mistake is named and marked at its column', async () => {
  const { input } = show('{ spam.x = 1 }');
  expect(await screen.findByRole('alert')).toHaveTextContent('Column 3: unknown field');
  expect(input).toHaveAttribute('aria-invalid', 'true');
});

test('clearing the filter submits it', async () => {
  const { onSubmit } = show('{ status = error }');
  await userEvent.click(screen.getByRole('button', { name: /clear the filter/i }));
  expect(onSubmit).toHaveBeenCalledWith('');
});

test('fields that begin with the text come first', () => {
  expect(fieldSuggestions(fields, 'ser')[0].label).toBe('resource.service.name');
  expect(fieldSuggestions(fields, 'nothing')).toEqual([]);
});
