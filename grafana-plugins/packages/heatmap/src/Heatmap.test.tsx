import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { gridOf } from './grid';
import { Heatmap, type HeatmapProps } from './Heatmap';
import { answerOf } from './testing';
import type { LatencyBox } from './types';

const grid = gridOf(answerOf([{ column: 30, row: 12, count: 1412, errors: 30 }]));

beforeAll(() => {
  HTMLElement.prototype.setPointerCapture = () => undefined;
});

/** 10 px a column, 10 px a row, cells from (60, 8). */
function Page({ onChange, ...props }: Partial<HeatmapProps> & { onChange?: (boxes: LatencyBox[]) => void }) {
  const [boxes, setBoxes] = useState<LatencyBox[]>([]);
  const change = (next: LatencyBox[]) => {
    setBoxes(next);
    onChange?.(next);
  };
  return (
    <Heatmap grid={grid} width={672} height={300} timeZone="utc" boxes={boxes} onBoxesChange={change} {...props} />
  );
}

function drag(from: [number, number], to: [number, number], keys = {}) {
  const plot = screen.getByRole('application');
  fireEvent.pointerDown(plot, { clientX: from[0], clientY: from[1], button: 0, ...keys });
  fireEvent.pointerMove(plot, { clientX: to[0], clientY: to[1], ...keys });
  fireEvent.pointerUp(plot);
}

test('dragging draws a box on the edges of cells', () => {
  const onChange = vi.fn();
  render(<Page onChange={onChange} />);
  drag([365, 120], [395, 150]);
  expect(onChange).toHaveBeenCalledWith([
    {
      from: '2026-11-21T14:05:00Z',
      to: '2026-11-21T14:05:40Z',
      aboveNanos: grid.rows[9].aboveNanos,
      upToNanos: grid.rows[12].upToNanos,
    },
  ]);
  expect(screen.getAllByTestId('heatmap-box')).toHaveLength(1);
});

test('a click draws nothing, shift adds a second box, its cross removes it', async () => {
  render(<Page />);
  drag([365, 120], [366, 121]);
  expect(screen.queryByTestId('heatmap-box')).toBeNull();
  drag([365, 120], [395, 150]);
  drag([465, 120], [495, 150], { shiftKey: true });
  expect(screen.getAllByTestId('heatmap-box')).toHaveLength(2);
  await userEvent.click(screen.getAllByRole('button', { name: /remove this box/i })[0]);
  expect(screen.getAllByTestId('heatmap-box')).toHaveLength(1);
});

test('the keyboard alone draws and clears a box, and hears where it is', async () => {
  const onChange = vi.fn();
  render(<Page onChange={onChange} />);
  await userEvent.tab();
  expect(screen.getByRole('application')).toHaveFocus();
  await userEvent.keyboard('b{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
  expect(screen.getByRole('status')).toHaveTextContent(/14:04:40 – 14:05:40.*1,412 spans, 2.1.% errors/);
  await userEvent.keyboard('{Enter}');
  expect(onChange).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(onChange).toHaveBeenLastCalledWith([]);
});

test('ctrl-drag zooms, a double click zooms out', () => {
  const onZoom = vi.fn();
  const onZoomOut = vi.fn();
  render(<Page onZoom={onZoom} onZoomOut={onZoomOut} />);
  drag([160, 120], [259, 150], { ctrlKey: true });
  const from = Date.parse('2026-11-21T14:01:40Z');
  expect(onZoom).toHaveBeenCalledWith({ fromMillis: from, toMillis: from + 100_000 });
  fireEvent.doubleClick(screen.getByRole('application'));
  expect(onZoomOut).toHaveBeenCalled();
});

test('hovering tells what is in the cell', () => {
  render(<Page />);
  fireEvent.pointerMove(screen.getByRole('application'), { clientX: 365, clientY: 8 + 240 - 125 });
  expect(screen.getByText('1,412')).toHaveTextContent('1,412exact');
});

test('the legend says what was counted', async () => {
  const answer = { ...answerOf([{ column: 30, row: 12, count: 5 }]), source: 'rollups' as const };
  render(<Heatmap grid={gridOf(answer)} width={672} height={300} timeZone="utc" />);
  expect(screen.getByTestId('heatmap-totals')).toHaveTextContent('5 spans · all traffic');
  await userEvent.hover(screen.getByText('all traffic'));
  expect(await screen.findByText(/counted before any was dropped/)).toBeInTheDocument();
});

test('a refresh in the middle of a drag waits until the box is drawn', () => {
  const onChange = vi.fn();
  const { rerender } = render(<Page onChange={onChange} />);
  const plot = screen.getByRole('application');
  fireEvent.pointerDown(plot, { clientX: 365, clientY: 120, button: 0 });
  fireEvent.pointerMove(plot, { clientX: 395, clientY: 150 });
  rerender(<Page onChange={onChange} grid={gridOf(answerOf([], { from: '2026-11-21T14:10:00Z' }))} />);
  fireEvent.pointerUp(plot);
  expect(onChange.mock.calls[0][0][0].from).toBe('2026-11-21T14:05:00Z');
});

test('a table stands in for the picture', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('table')).toHaveTextContent(/1,412 \(2.1.% errors\)/);
  await userEvent.click(screen.getByRole('button', { name: 'Heatmap' }));
  expect(screen.getByRole('application')).toBeInTheDocument();
});

test('without a listener nothing can be selected', () => {
  render(<Heatmap grid={grid} width={672} height={300} timeZone="utc" />);
  drag([365, 120], [395, 150]);
  expect(screen.queryByTestId('heatmap-box')).toBeNull();
});
