import {
  createDataFrame,
  type DataFrame,
  EventBusSrv,
  FieldType,
  LoadingState,
  type PanelProps,
  dateTime,
} from '@grafana/data';
import type { HeatmapAnswer } from '@hotspan/heatmap';
import { vi } from 'vitest';
import { defaultOptions, type Options } from './options';

// What the tests of this plugin share.

export const answer: HeatmapAnswer = {
  from: '2026-01-01T10:00:00Z',
  to: '2026-01-01T10:30:00Z',
  stepNanos: 60_000_000_000,
  columns: 30,
  rows: [
    { index: 79, aboveNanos: 880_000, upToNanos: 1_048_576 },
    { index: 80, aboveNanos: 1_048_576, upToNanos: 1_246_974 },
    { index: 81, aboveNanos: 1_246_974, upToNanos: 1_482_910 },
  ],
  cells: { column: [0, 5, 29], row: [0, 1, 2], count: [3, 4, 5], errors: [0, 1, 5] },
  totals: { count: 12, errors: 6 },
  exact: true,
  source: 'spans',
};

export function frameOf(custom: Record<string, unknown>): DataFrame {
  return createDataFrame({ meta: { custom }, fields: [{ name: 'count', type: FieldType.number, values: [1] }] });
}

export const range = {
  from: dateTime('2026-01-01T10:00:00Z'),
  to: dateTime('2026-01-01T10:30:00Z'),
  raw: { from: 'now-30m', to: 'now' },
};

export function propsOf(
  series: DataFrame[],
  options: Partial<Options> = {},
  state = LoadingState.Done
): PanelProps<Options> {
  return {
    id: 1,
    title: 'Latency',
    data: { state, series, timeRange: range },
    timeRange: range,
    timeZone: 'utc',
    options: { ...defaultOptions, ...options },
    fieldConfig: { defaults: {}, overrides: [] },
    transparent: false,
    width: 600,
    height: 300,
    renderCounter: 0,
    eventBus: new EventBusSrv(),
    onOptionsChange: vi.fn(),
    onFieldConfigChange: vi.fn(),
    onChangeTimeRange: vi.fn(),
    replaceVariables: (text) => text,
  };
}
