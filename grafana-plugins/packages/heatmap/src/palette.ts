import type { GrafanaTheme2 } from '@grafana/data';
import { mix, rampOf, type Ramp } from './colour';

/** Every colour the heatmap draws with, all taken from the theme. */
export interface Palette {
  readonly count: Ramp;
  readonly errorShare: Ramp;
  /** For cells that are not in question while others are. */
  readonly muted: Ramp;
  readonly error: string;
  /** For marks on cells that are not in question. */
  readonly mutedError: string;
  readonly background: string;
  readonly grid: string;
  readonly text: string;
  readonly font: string;
}

/** The two colours that stand for the selected spans and for those they are compared with, wherever they appear. */
export function selectionColours(theme: GrafanaTheme2): { selected: string; baseline: string } {
  return {
    selected: theme.visualization.getColorByName('blue'),
    baseline: mix(theme.colors.background.primary, theme.colors.text.primary, 0.45),
  };
}

/**
 * Cells run from the background to the theme's strongest contrast with it. Colour means "in question", grey means "the
 * rest": the same blue and grey as the bars of a comparison.
 */
export function paletteOf(theme: GrafanaTheme2): Palette {
  const colour = (name: string) => theme.visualization.getColorByName(name);
  const background = theme.colors.background.primary;
  const blues = ['dark-blue', 'blue', 'light-blue', 'super-light-blue'].map(colour);
  const reds = ['dark-red', 'red', 'light-red', 'super-light-red'].map(colour);
  const error = colour(theme.isDark ? 'orange' : 'dark-orange');
  const faint = theme.isDark ? 0.62 : 0.3;
  return {
    count: rampOf(sequence(blues, theme.isDark, background, faint)),
    errorShare: rampOf(sequence(reds, theme.isDark, background, faint)),
    muted: rampOf(
      (theme.isDark ? [0.12, 0.5] : [0.08, 0.4]).map((share) => mix(background, theme.colors.text.primary, share))
    ),
    error,
    mutedError: mix(background, error, 0.4),
    background,
    grid: theme.colors.border.weak,
    text: theme.colors.text.secondary,
    font: `12px ${theme.typography.fontFamily}`,
  };
}

function sequence(stops: string[], dark: boolean, background: string, faint: number): string[] {
  const ordered = dark ? stops : [...stops].reverse();
  return [mix(background, ordered[0], faint), ...ordered.slice(dark ? 0 : 1)];
}
