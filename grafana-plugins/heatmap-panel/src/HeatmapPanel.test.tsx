import { LoadingState, standardEditorsRegistry } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HeatmapPanel } from './HeatmapPanel';
import { plugin } from './module';
import { defaultOptions } from './options';
import { answer, frameOf, propsOf } from './testing';

// The canvas itself has its own tests: here only what the panel asks of it, and does with what comes back.
const drawn = vi.hoisted(() => ({ props: undefined as Record<string, unknown> | undefined }));
vi.mock('@hotspan/heatmap', async (original) => ({
  ...(await original<object>()),
  Heatmap: (props: Record<string, unknown>) => {
    drawn.props = props;
    return <div data-testid="heatmap" />;
  },
}));

const frame = frameOf({ heatmap: answer, filter: '', scope: 'root' });
const box = { from: '2026-01-01T10:05:00Z', to: '2026-01-01T10:10:00Z', aboveNanos: 1_048_576, upToNanos: 1_246_974 };
const select = () => act(() => (drawn.props?.onBoxesChange as (boxes: object[]) => void)([box]));

beforeEach(() => {
  drawn.props = undefined;
  locationService.push('/d/dashboard');
});

describe('HeatmapPanel', () => {
  it('draws the answer with the options of the panel', () => {
    render(<HeatmapPanel {...propsOf([frame], { colourBy: 'errors', showLegend: false, countScale: 'linear' })} />);
    expect(drawn.props).toMatchObject({ width: 600, height: 300, timeZone: 'utc', label: 'Latency' });
    expect(drawn.props).toMatchObject({
      colourBy: 'errors',
      showLegend: false,
      countScale: 'linear',
      markErrors: true,
    });
  });

  it('opens Bubbles with the box', () => {
    render(<HeatmapPanel {...propsOf([frame])} />);
    select();
    expect(locationService.getLocation().pathname).toBe('/a/hotspan-bubbles-app');
    expect(locationService.getSearch().get('box')).toBe('2026-01-01T10:05:00Z~2026-01-01T10:10:00Z~1048576~1246974');
  });

  it('zooms to the box where that is chosen', () => {
    const props = propsOf([frame], { selection: 'zoom' });
    render(<HeatmapPanel {...props} />);
    select();
    expect(props.onChangeTimeRange).toHaveBeenCalledWith({ from: Date.parse(box.from), to: Date.parse(box.to) });
    expect(locationService.getLocation().pathname).toBe('/d/dashboard');
  });

  it.each([
    ['no answer yet', propsOf([], {}, LoadingState.Loading), ''],
    ['a failure', propsOf([], {}, LoadingState.Error), 'There was no answer.'],
    ['no frame', propsOf([]), 'No spans in this range.'],
    [
      'no span',
      propsOf([frameOf({ heatmap: { ...answer, totals: { count: 0, errors: 0 } } })]),
      'No spans in this range.',
    ],
    [
      'no span of the filter',
      propsOf([frameOf({ filter: '{ status = error }', heatmap: { ...answer, totals: { count: 0, errors: 0 } } })]),
      'No spans in this range match the filter.',
    ],
    ['frames of another kind', propsOf([frameOf({})]), 'draws heatmap queries of the Hotspan traces data source'],
  ])('says what is the matter: %s', (_, props, message) => {
    const { container } = render(<HeatmapPanel {...props} />);
    expect(screen.queryByTestId('heatmap')).not.toBeInTheDocument();
    expect(container).toHaveTextContent(message);
  });
});

describe('the plugin', () => {
  it('has a default for every option', () => {
    standardEditorsRegistry.setInit(() =>
      ['radio', 'boolean', 'text'].map((id) => ({ id, name: id, editor: () => null }))
    );
    expect(plugin.defaults).toEqual(defaultOptions);
  });
});
