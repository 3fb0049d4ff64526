/** One offending field of a request; `column` (from 1) points into a filter. */
export interface ProblemField {
  field: string;
  message: string;
  accepted?: string;
  column?: number;
}

/** Why a service did not answer as asked: its RFC 9457 problem document, or one made up here when there was no answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly type: string,
    readonly title: string,
    /** HTTP status; 0 when nothing answered. */
    readonly status: number,
    readonly detail: string,
    readonly errors: readonly ProblemField[] = []
  ) {
    super(detail || title);
  }

  /** Worth another try with the same request. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

export const UNREACHABLE = 'urn:hotspan:problem:unreachable';

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}

/** True for the rejection of a request that its own caller gave up. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

export function unreachable(status: number, detail: string): Problem {
  return new Problem(UNREACHABLE, 'The service does not answer', status, detail);
}

/** The problem in an answer that was no success. */
export function problemOf(status: number, body: string): Problem {
  const document = parse(body);
  if (typeof document?.title === 'string') {
    return new Problem(
      isGateway(status) ? UNREACHABLE : typeof document.type === 'string' ? document.type : 'about:blank',
      document.title,
      status,
      typeof document.detail === 'string' ? document.detail : '',
      Array.isArray(document.errors) ? (document.errors as ProblemField[]) : []
    );
  }
  return isGateway(status) || status === 503
    ? unreachable(status, 'Nothing answers at its address. Is it running?')
    : new Problem('about:blank', `Unexpected answer (HTTP ${status})`, status, body.slice(0, 200));
}

/** Only a proxy answers so, for a service that is away. */
function isGateway(status: number): boolean {
  return status === 502 || status === 504;
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
