import type { Problem } from '@hotspan/client';
import { Alert } from '@grafana/ui';
import { ProblemState } from '../states/ProblemState';

interface SamplerProblemProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

const SETTING = /`?\bhotspan\.sampler\.[a-z.-]+`?/;

/** A question the sampler did not answer. That a setting is missing is no failure: the sampler says which. */
export function SamplerProblem({ problem, onRetry }: SamplerProblemProps) {
  return SETTING.test(problem.detail) ? (
    <Alert severity="info" title={problem.title} bottomSpacing={0}>
      {problem.detail}
    </Alert>
  ) : (
    <ProblemState service="tail-sampler" problem={problem} onRetry={onRetry} />
  );
}
