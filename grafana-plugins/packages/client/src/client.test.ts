import { Observable } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import {
  createComparisonClient,
  createHeatmapClient,
  fetchTransport,
  grafanaTransport,
  Problem,
  UNREACHABLE,
} from './index';
import type { ComparisonRequest, HeatmapRequest } from './index';

const range: HeatmapRequest = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:30:00Z' };
const comparison: ComparisonRequest = { ...range, selection: { predicate: '{ status = error }' } };

function answering(body: string, init: ResponseInit = {}) {
  return vi.fn(async (..._: Parameters<typeof fetch>) => new Response(body, init));
}

const eventStream = { headers: { 'content-type': 'text/event-stream;charset=UTF-8' } };

describe('a call', () => {
  it('posts JSON to the service', async () => {
    const fetcher = answering('{"spans":[]}');
    await createHeatmapClient(fetchTransport('/proxy/heatmap', fetcher)).spans(range);
    const [url, init] = fetcher.mock.calls[0];
    expect(url).toBe('/proxy/heatmap/api/v1/spans');
    expect(init).toMatchObject({ method: 'POST', body: JSON.stringify(range) });
  });

  it('escapes what goes into the address', async () => {
    const fetcher = answering('{"values":[],"capped":false}');
    const client = createHeatmapClient(fetchTransport('', fetcher));
    await client.fieldValues({ field: 'span.a&b', ...range, prefix: 'x y' });
    expect(fetcher.mock.calls[0][0]).toBe(
      '/api/v1/fields/values?field=span.a%26b&from=2026-01-01T00%3A00%3A00Z&to=2026-01-01T00%3A30%3A00Z&prefix=x+y'
    );
    await client.trace('../x').catch(() => undefined);
    expect(fetcher.mock.calls[1][0]).toBe('/api/v1/traces/..%2Fx');
  });

  it('throws the problem a service answers', async () => {
    const document = {
      type: 'urn:hotspan:problem:invalid-request',
      title: 'Invalid request',
      status: 400,
      detail: 'The filter is wrong',
      errors: [{ field: 'filter', message: 'expected a value', column: 17 }],
    };
    const client = createHeatmapClient(fetchTransport('', answering(JSON.stringify(document), { status: 400 })));
    const problem = await client.parseFilter('{ x = ').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      status: 400,
      message: 'The filter is wrong',
      errors: document.errors,
      retryable: false,
    });
  });

  it.each([
    ['a refused connection', vi.fn().mockRejectedValue(new TypeError('fetch failed'))],
    ['a proxy without its service', answering('Bad Gateway', { status: 502 })],
    ['a proxy that explains itself', answering('{"title":"Not running","status":502}', { status: 502 })],
  ])('names a service that does not answer: %s', async (_, fetcher) => {
    const failure = createHeatmapClient(fetchTransport('', fetcher)).freshness();
    await expect(failure).rejects.toMatchObject({ type: UNREACHABLE, retryable: true });
  });
});

describe('a stream', () => {
  it('reports progress, then gives the result', async () => {
    const body = 'event:progress\ndata:{"readRows":4,"totalRows":12}\n\nevent:result\ndata:{"beyondChance":2}\n\n';
    const onProgress = vi.fn();
    const client = createComparisonClient(fetchTransport('', answering(body, eventStream)));
    expect(await client.compare(comparison, { onProgress })).toEqual({ beyondChance: 2 });
    expect(onProgress).toHaveBeenCalledExactlyOnceWith({ readRows: 4, totalRows: 12 });
  });

  it('throws a problem that comes late', async () => {
    const body = 'event:problem\ndata:{"title":"Too much","status":422,"detail":"Narrow the range"}\n\n';
    const client = createComparisonClient(fetchTransport('', answering(body, eventStream)));
    await expect(client.compare(comparison, { onProgress: vi.fn() })).rejects.toMatchObject({
      status: 422,
      message: 'Narrow the range',
    });
  });

  it('takes plain JSON where a proxy or service does not stream', async () => {
    const client = createComparisonClient(fetchTransport('', answering('{"beyondChance":0}')));
    expect(await client.compare(comparison, { onProgress: vi.fn() })).toEqual({ beyondChance: 0 });
  });

  it('is a failure when it ends without a result', async () => {
    const client = createComparisonClient(fetchTransport('', answering('event:progress\ndata:{}\n\n', eventStream)));
    await expect(client.compare(comparison, { onProgress: vi.fn() })).rejects.toMatchObject({ type: UNREACHABLE });
  });
});

describe('through Grafana', () => {
  const part = {
    ok: true,
    status: 200,
    statusText: '',
    redirected: false,
    type: 'basic' as const,
    url: '',
    config: { url: '' },
  };
  const json = { ...part, headers: new Headers({ 'content-type': 'application/json' }) };

  it('puts the pieces together', async () => {
    const chunked = vi.fn(
      () =>
        new Observable<never>((observer) => {
          for (const piece of ['{"newest', 'Span":null}']) {
            observer.next({ ...json, data: new TextEncoder().encode(piece) } as never);
          }
          observer.complete();
        })
    );
    const client = createHeatmapClient(grafanaTransport({ chunked }, '/api/plugin-proxy/app/heatmap'));
    expect(await client.freshness()).toEqual({ newestSpan: null });
    expect(chunked.mock.calls[0]).toMatchObject([
      { url: '/api/plugin-proxy/app/heatmap/api/v1/freshness', method: 'GET' },
    ]);
  });

  it.each(['before the first byte', 'half-way'])('cancels the request of a caller that leaves %s', async (when) => {
    const cancelled = vi.fn();
    const chunked = () =>
      new Observable<never>((observer) => {
        if (when === 'half-way') {
          observer.next({ ...json, data: new TextEncoder().encode('{') } as never);
        }
        return cancelled;
      });
    const controller = new AbortController();
    const answer = createHeatmapClient(grafanaTransport({ chunked }, '')).freshness({ signal: controller.signal });
    setTimeout(() => controller.abort());
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
