import { serverEvents } from './events';
import { isAbort, isProblem, problemOf, unreachable } from './problem';
import type { Transport, TransportRequest, TransportResponse } from './transport';

/** How far a running query has read; `totalRows` is an estimate that may grow. */
export interface Progress {
  readRows: number;
  totalRows: number;
}

export interface CallOptions {
  /** Aborting it cancels the query in the database as well. */
  signal?: AbortSignal;
}

export interface StreamOptions extends CallOptions {
  /** Called while the query runs; asking for it makes the answer a stream. */
  onProgress?: (progress: Progress) => void;
}

type Call = Omit<TransportRequest, 'accept' | 'signal'>;

/** Calls a service and gives its JSON; everything else is thrown as a `Problem` (or the signal's reason). */
export async function call<T>(transport: Transport, request: Call, { signal }: CallOptions = {}): Promise<T> {
  const response = await send(transport, { ...request, accept: 'application/json', signal });
  const body = await text(response);
  // No content is an answer as well, to a deletion for instance.
  return (body === '' ? undefined : JSON.parse(body)) as T;
}

/** As `call`, with progress on the way. */
export async function stream<T>(transport: Transport, request: Call, options: StreamOptions = {}): Promise<T> {
  const { onProgress, signal } = options;
  if (!onProgress) {
    return call(transport, request, options);
  }
  const response = await send(transport, { ...request, accept: 'text/event-stream', signal });
  if (!response.contentType.startsWith('text/event-stream')) {
    return JSON.parse(await text(response)) as T;
  }
  for await (const { event, data } of reading(response)) {
    if (event === 'progress') {
      onProgress(JSON.parse(data) as Progress);
    } else if (event === 'result') {
      return JSON.parse(data) as T;
    } else if (event === 'problem') {
      const { status } = JSON.parse(data) as { status?: number };
      throw problemOf(status ?? 500, data);
    }
  }
  throw unreachable(0, 'The connection ended before the answer was complete.');
}

/** `/path?a=1&b=2`, leaving out what is undefined or empty. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

async function send(transport: Transport, request: TransportRequest): Promise<TransportResponse> {
  const response = await transport(request).catch((error: unknown) => {
    throw lost(error);
  });
  if (response.status < 200 || response.status >= 300) {
    throw problemOf(response.status, await text(response));
  }
  return response;
}

async function text(response: TransportResponse): Promise<string> {
  const decoder = new TextDecoder();
  let result = '';
  try {
    for await (const chunk of response.chunks) {
      result += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    throw lost(error);
  }
  return result + decoder.decode();
}

async function* reading(response: TransportResponse) {
  try {
    yield* serverEvents(response.chunks);
  } catch (error) {
    throw lost(error);
  }
}

function lost(error: unknown): unknown {
  return isAbort(error) || isProblem(error)
    ? error
    : unreachable(0, error instanceof Error ? error.message : 'The connection failed.');
}
