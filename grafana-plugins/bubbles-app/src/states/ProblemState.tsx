import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Problem } from '@hotspan/client';
import { Alert, Button, useStyles2 } from '@grafana/ui';

interface ProblemStateProps {
  /** The service that was asked, as its operator calls it. */
  readonly service: string;
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** A question without an answer: what was wrong with it, or which service did not answer, and another try. */
export function ProblemState({ service, problem, onRetry }: ProblemStateProps) {
  const styles = useStyles2(getStyles);
  const wrongFilter = problem.errors.find(({ field }) => field === 'filter');
  return (
    <Alert
      severity="error"
      title={titleOf(service, problem)}
      bottomSpacing={0}
      action={
        wrongFilter ? undefined : (
          <Button variant="secondary" icon="sync" className={styles.retry} onClick={onRetry}>
            Retry
          </Button>
        )
      }
    >
      {problem.errors.length === 0 && problem.detail}
      {problem.errors.map((error) => (
        <div key={`${error.field} ${error.message}`}>
          {error === wrongFilter ? '' : `${error.field}: `}
          {error.message}
          {error.accepted && ` (${error.accepted})`}
        </div>
      ))}
    </Alert>
  );
}

function titleOf(service: string, problem: Problem): string {
  if (problem.retryable) {
    return `${service} does not answer`;
  }
  return problem.errors.some(({ field }) => field === 'filter')
    ? 'The filter cannot be read'
    : `${service}: ${problem.title}`;
}

const getStyles = (theme: GrafanaTheme2) => ({ retry: css({ marginLeft: theme.spacing(3) }) });
