import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FilterInput } from './FilterInput';
import type { FilterProblem } from './useFilterProblem';

const source = {
  fields: async () => [
    { name: 'resource.service.name', type: 'string' as const },
    { name: 'span.http.route', type: 'string' as const },
    { name: 'duration', type: 'duration' as const },
    { name: 'status', type: 'status' as const },
  ],
  values: vi.fn(async (_field: string, _prefix: string, _signal: AbortSignal) => [
    { value: 'api-gateway', count: 1200 },
  ]),
};

function Harness({
  onRun,
  problem,
  initial = '',
}: {
  onRun: (filter: string) => void;
  problem?: FilterProblem;
  initial?: string;
}) {
  const [value, setValue] = useState(initial);
  return (
    <FilterInput
      aria-label="Filter"
      value={value}
      onChange={setValue}
      onRun={onRun}
      source={source}
      problem={problem}
    />
  );
}

describe('FilterInput', () => {
  it('completes a whole filter from the keyboard', async () => {
    const onRun = vi.fn();
    render(<Harness onRun={onRun} />);
    const input = screen.getByRole('combobox', { name: 'Filter' });
    await userEvent.type(input, 'serv');
    await screen.findByRole('option', { name: /resource\.service\.name/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(input).toHaveValue('{ resource.service.name }'));
    await screen.findByRole('option', { name: /=~/ });
    await userEvent.keyboard('{ArrowDown}{Tab}');
    await screen.findByRole('option', { name: /api-gateway/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(input).toHaveValue('{ resource.service.name = "api-gateway" }'));
    expect(onRun).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onRun).toHaveBeenCalledExactlyOnceWith('{ resource.service.name = "api-gateway" }');
  });

  it('runs an empty filter as all spans', async () => {
    const onRun = vi.fn();
    render(<Harness onRun={onRun} initial="{ }" />);
    await userEvent.type(screen.getByRole('combobox'), '{Escape}{Enter}');
    expect(onRun).toHaveBeenCalledWith('');
  });

  it('shows what is wrong and where', () => {
    render(<Harness onRun={vi.fn()} initial="{ x = }" problem={{ message: 'expected a value', column: 7 }} />);
    const input = screen.getByRole('combobox');
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription('Column 7: expected a value');
  });

  it('runs without a filter once it is cleared', async () => {
    const onRun = vi.fn();
    render(<Harness onRun={onRun} initial="{ status = error }" />);
    await userEvent.click(screen.getByRole('button', { name: /clear the filter/i }));
    expect(onRun).toHaveBeenCalledExactlyOnceWith('');
    expect(screen.getByRole('combobox')).toHaveValue('');
  });

  it('keeps the cursor behind what was taken', async () => {
    render(<Harness onRun={vi.fn()} initial={'{ sta && span.a = "1" }'} />);
    const input = screen.getByRole<HTMLInputElement>('combobox');
    await userEvent.type(input, 't', { initialSelectionStart: 5, initialSelectionEnd: 5 });
    await screen.findByRole('option', { name: /status/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(input).toHaveValue('{ status && span.a = "1" }');
    expect(input.selectionStart).toBe('{ status '.length);
  });

  it('takes a suggestion by mouse', async () => {
    render(<Harness onRun={vi.fn()} />);
    const input = screen.getByRole('combobox');
    await userEvent.click(input);
    await userEvent.click(await screen.findByRole('option', { name: /status/ }));
    await waitFor(() => expect(input).toHaveValue('{ status }'));
  });
});
