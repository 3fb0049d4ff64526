import { expect, test } from 'vitest';
import { everyStep } from './everyStep';
import { summaryOf } from './testing';

const step = (minute: number, kept: number) => ({
  time: `2026-11-21T14:0${minute}:00Z`,
  kept,
  dropped: 0,
});

test('a step without decisions is none, and so is what comes after the last', () => {
  const summary = summaryOf({ to: '2026-11-21T14:05:00Z', stepSeconds: 60, steps: [step(1, 3), step(3, 4)] });
  expect(everyStep(summary).map(({ kept }) => kept)).toEqual([3, 0, 4, 0]);
});

test('no decision is no step', () => {
  expect(everyStep(summaryOf({ steps: [] }))).toEqual([]);
});
