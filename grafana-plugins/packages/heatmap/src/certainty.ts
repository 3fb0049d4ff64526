import type { Grid } from './grid';

/** How sure counts are: in a word, and in a sentence. */
export interface Certainty {
  readonly word: string;
  readonly sentence: string;
}

/** Says what the counts of a heatmap are of. */
export function certaintyOf({ exact, source }: Pick<Grid, 'exact' | 'source'>): Certainty {
  if (source === 'rollups') {
    return {
      word: 'all traffic',
      sentence:
        'Exact: every span was counted before any was dropped. Boxes, traces and comparisons look at those that were kept.',
    };
  }
  return exact
    ? { word: 'exact', sentence: 'Every stored span is counted, and stands for itself alone.' }
    : { word: 'estimated', sentence: 'Estimated from the stored spans, each with the number of spans it stands for.' };
}
