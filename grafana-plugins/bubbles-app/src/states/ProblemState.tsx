import type { Problem } from '@hotspan/client';
import { Alert, Button } from '@grafana/ui';

interface ProblemStateProps {
  /** The service that was asked, as its operator calls it. */
  readonly service: string;
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** A service that did not answer as asked: which one, what it said, and another try. */
export function ProblemState({ service, problem, onRetry }: ProblemStateProps) {
  const title = problem.retryable ? `${service} does not answer` : `${service}: ${problem.title}`;
  return (
    <Alert
      severity="error"
      title={title}
      bottomSpacing={0}
      action={
        <Button variant="secondary" icon="sync" onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {problem.detail}
      {problem.errors.map((error) => (
        <div key={`${error.field} ${error.message}`}>
          {error.field}: {error.message}
          {error.accepted && ` (${error.accepted})`}
        </div>
      ))}
    </Alert>
  );
}
