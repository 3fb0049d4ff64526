import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Problem } from '@hotspan/client';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { TracesQuery } from '../query/query';
import { datasourceOver, type fakeClient, range } from '../testing';
import { addressProblem } from './address';
import ConfigEditor, { type ConfigEditorProps } from './ConfigEditor';
import QueryEditor from './QueryEditor';

function Harness({
  initial = {},
  client = {},
  onRun = vi.fn(),
}: {
  initial?: Partial<TracesQuery>;
  client?: Partial<ReturnType<typeof fakeClient>>;
  onRun?: (query: TracesQuery) => void;
}) {
  const [query, setQuery] = useState<TracesQuery>({ refId: 'A', ...initial });
  const [datasource] = useState(() => datasourceOver(client));
  return (
    <QueryEditor
      datasource={datasource}
      query={query}
      range={range}
      onChange={setQuery}
      onRunQuery={() => onRun(query)}
    />
  );
}

describe('QueryEditor', () => {
  it('begins as a heatmap of root spans', () => {
    render(<Harness />);
    expect(screen.getByRole('radio', { name: 'Heatmap' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Root' })).toBeChecked();
  });

  it('asks for a trace id where a trace is shown', async () => {
    const onRun = vi.fn();
    render(<Harness onRun={onRun} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Trace' }));
    await userEvent.type(screen.getByLabelText('Trace ID'), 'abc{Enter}');
    expect(onRun).toHaveBeenLastCalledWith(expect.objectContaining({ queryType: 'trace', traceId: 'abc' }));
    expect(screen.queryByRole('combobox', { name: 'Filter' })).not.toBeInTheDocument();
  });

  it('offers sort and limit for a table of spans only', async () => {
    render(<Harness />);
    expect(screen.queryByLabelText('Limit')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Spans' }));
    expect(screen.getByLabelText('Limit')).toHaveValue(50);
  });

  it('shows what the service has against the filter', async () => {
    const errors = [{ field: 'filter', message: 'expected a value', column: 12 }];
    const parseFilter = vi.fn().mockRejectedValue(new Problem('t', 'Invalid', 400, '', errors));
    render(<Harness initial={{ filter: '{ span.a = }' }} client={{ parseFilter }} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('expected a value');
  });

  it('runs a filter when it is left, and only if it was changed', async () => {
    const onRun = vi.fn();
    render(<Harness onRun={onRun} initial={{ filter: '{ status = error }' }} />);
    const input = screen.getByRole('combobox', { name: 'Filter' });
    await userEvent.click(input);
    await userEvent.tab();
    await userEvent.tab();
    expect(onRun).not.toHaveBeenCalled();
    await userEvent.clear(input);
    await userEvent.type(input, 'duration > 1s');
    await userEvent.click(document.body);
    expect(onRun).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ filter: 'duration > 1s' }));
  });

  it('completes fields of the range on show', async () => {
    render(<Harness />);
    await userEvent.type(screen.getByRole('combobox', { name: 'Filter' }), 'http');
    expect(await screen.findByRole('option', { name: /span\.http\.route/ })).toBeInTheDocument();
  });
});

describe('ConfigEditor', () => {
  const props = (heatmapUrl: string, readOnly = false) =>
    ({ options: { jsonData: { heatmapUrl }, readOnly }, onOptionsChange: vi.fn() }) as unknown as ConfigEditorProps & {
      onOptionsChange: ReturnType<typeof vi.fn>;
    };

  it('takes the address of the service', async () => {
    const editor = props('');
    render(<ConfigEditor {...editor} />);
    await userEvent.type(screen.getByLabelText(/heatmap-service/), 'h');
    expect(editor.onOptionsChange).toHaveBeenCalledWith(expect.objectContaining({ jsonData: { heatmapUrl: 'h' } }));
  });

  it('says what is wrong with an address', async () => {
    render(<ConfigEditor {...props('localhost:8081')} />);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('must begin with http'));
  });

  it('cannot be changed where it is provisioned', () => {
    render(<ConfigEditor {...props('http://localhost:8081', true)} />);
    expect(screen.getByLabelText(/heatmap-service/)).toBeDisabled();
  });
});

describe('addressProblem', () => {
  it.each([
    ['http://localhost:8081', undefined],
    ['https://heatmaps.example.org/base', undefined],
    ['', /needed/],
    ['ftp://x', /http/],
    ['http://x?y', /before any \?/],
    ['http://u:p@x', /User and password/],
  ])('%s', (address, problem) => {
    const found = addressProblem(address);
    expect(found ?? '').toMatch(problem ?? /^$/);
  });
});
