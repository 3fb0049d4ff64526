import type { DataQueryError } from '@grafana/data';
import { isProblem, UNREACHABLE } from '@hotspan/client';

/** A failure in one sentence that says what to do, for the panel's corner and the settings page. */
export function messageOf(error: unknown): string {
  if (!isProblem(error)) {
    return error instanceof Error ? error.message : String(error);
  }
  if (error.type === UNREACHABLE) {
    return 'heatmap-service does not answer. Check that it runs, and its address in the data source settings.';
  }
  const [field] = error.errors;
  return field?.column ? `Filter, column ${field.column}: ${field.message}` : error.message;
}

export function queryError(error: unknown, refId: string): DataQueryError {
  return { refId, message: messageOf(error), status: isProblem(error) ? error.status : undefined };
}
