import type { DecisionSummary } from '@hotspan/client';

type Step = DecisionSummary['steps'][number];

/** The steps of the whole range: those in which nothing was decided have no entry in the answer, but are no gap either. */
export function everyStep({ steps, stepSeconds, to }: DecisionSummary): Step[] {
  const length = stepSeconds * 1000;
  const known = new Map(steps.map((step) => [Date.parse(step.time), step]));
  const all: Step[] = [];
  for (let at = Math.min(...known.keys()); at < Date.parse(to); at += length) {
    all.push(known.get(at) ?? { time: new Date(at).toISOString(), kept: 0, dropped: 0 });
  }
  return all;
}
