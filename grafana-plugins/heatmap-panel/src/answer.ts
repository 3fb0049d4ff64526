import type { DataFrame } from '@grafana/data';
import type { HeatmapAnswer } from '@hotspan/heatmap';

/** What the traces data source puts beside the cells of its frame. */
export interface Drawn {
  answer: HeatmapAnswer;
  /** The question, variables filled in: what a link to Bubbles repeats. */
  filter: string;
  scope: string;
}

/** The first frame that holds a heatmap of the traces data source. */
export function drawnOf(frames: readonly DataFrame[]): Drawn | undefined {
  for (const { meta } of frames) {
    const { heatmap, filter = '', scope = 'root' } = meta?.custom ?? {};
    if (isAnswer(heatmap)) {
      return { answer: heatmap, filter: String(filter), scope: String(scope) };
    }
  }
  return undefined;
}

function isAnswer(value: unknown): value is HeatmapAnswer {
  const answer = value as Partial<HeatmapAnswer> | undefined;
  return Array.isArray(answer?.rows) && Array.isArray(answer.cells?.column) && typeof answer.stepNanos === 'number';
}
