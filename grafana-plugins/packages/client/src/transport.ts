import type { BackendSrv } from '@grafana/runtime';

/** One HTTP request to a service; `path` begins with a slash and is relative to the service. */
export interface TransportRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  accept: string;
  body?: unknown;
  signal?: AbortSignal;
}

/** An answer whose body arrives in pieces. A status outside 2xx is an answer, too. */
export interface TransportResponse {
  status: number;
  contentType: string;
  chunks: AsyncIterable<Uint8Array>;
}

/**
 * Carries requests to one service. Rejects with the signal's reason when the caller leaves (which cancels the query in the
 * database), and with anything else when no answer came.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** Plain fetch, for tests and for pages outside Grafana. */
export function fetchTransport(baseUrl: string, fetcher: typeof fetch = fetch): Transport {
  return async ({ method, path, accept, body, signal }) => {
    const response = await fetcher(baseUrl + path, { method, signal, ...content(accept, body) });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      chunks: readAll(response.body),
    };
  };
}

/**
 * Through Grafana's own back-end service, so that its headers and its plugin and data source proxies apply. `chunked` rather
 * than `fetch`: it streams, and leaves error bodies to us instead of showing them in a toast.
 */
export function grafanaTransport(backend: Pick<BackendSrv, 'chunked'>, baseUrl: string): Transport {
  return ({ method, path, accept, body, signal }) =>
    new Promise((resolve, reject) => {
      const queue = new ChunkQueue(() => subscription.unsubscribe());
      const abort = () => {
        subscription.unsubscribe();
        reject(signal?.reason);
        queue.fail(signal?.reason);
      };
      const settled = () => signal?.removeEventListener('abort', abort);
      const { headers } = content(accept, body);
      const subscription = backend.chunked({ url: baseUrl + path, method, headers, data: body }).subscribe({
        next: (part) => {
          resolve({ status: part.status, contentType: part.headers.get('content-type') ?? '', chunks: queue });
          if (part.data) {
            queue.push(part.data);
          }
        },
        error: (error: unknown) => {
          settled();
          reject(error);
          queue.fail(error);
        },
        complete: () => {
          settled();
          reject(new TypeError('The answer was empty'));
          queue.end();
        },
      });
      if (signal?.aborted) {
        abort();
      } else {
        signal?.addEventListener('abort', abort, { once: true });
      }
    });
}

function content(accept: string, body: unknown): { headers: Record<string, string>; body?: string } {
  return body === undefined
    ? { headers: { accept } }
    : { headers: { accept, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function* readAll(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) {
    return;
  }
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield part.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Chunks pushed by one side and awaited by the other; leaving the loop early calls `cancel`. */
class ChunkQueue implements AsyncIterable<Uint8Array> {
  private readonly chunks: Uint8Array[] = [];
  private outcome: { error?: unknown } | undefined;
  private wake: () => void = () => undefined;

  constructor(private readonly cancel: () => void) {}

  push(chunk: Uint8Array) {
    this.chunks.push(chunk);
    this.wake();
  }

  end() {
    this.outcome ??= {};
    this.wake();
  }

  fail(error: unknown) {
    this.outcome ??= { error };
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const chunk = this.chunks.shift();
        if (chunk) {
          yield chunk;
        } else if (this.outcome) {
          if ('error' in this.outcome) {
            throw this.outcome.error;
          }
          return;
        } else {
          await new Promise<void>((resolve) => (this.wake = resolve));
        }
      }
    } finally {
      this.cancel();
    }
  }
}
