import { type DataQueryResponse, LoadingState } from '@grafana/data';
import { Problem } from '@hotspan/client';
import { lastValueFrom, type Observable, toArray } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { datasourceOver, fakeClient, requestOf, range } from './testing';

const all = (answer: Observable<DataQueryResponse>) => lastValueFrom(answer.pipe(toArray()));

describe('query', () => {
  it('asks for as many columns as the panel can show', async () => {
    const client = fakeClient();
    await all(datasourceOver(client).query(requestOf({ refId: 'A' })));
    expect(client.heatmap).toHaveBeenCalledWith(
      { from: '2026-01-01T10:00:00.000Z', to: '2026-01-01T10:30:00.000Z', filter: '', scope: 'root', maxColumns: 200 },
      { signal: expect.any(AbortSignal) }
    );
  });

  it('answers every target under its own key', async () => {
    const packets = await all(
      datasourceOver({}).query(
        requestOf(
          { refId: 'A' },
          { refId: 'B', queryType: 'spans' },
          { refId: 'C', queryType: 'trace', traceId: ' 0AF7 ' }
        )
      )
    );
    expect(packets.map(({ key, data }) => [key, data[0].name]).sort()).toEqual([
      ['A', 'Latency'],
      ['B', 'Spans'],
      ['C', 'Trace'],
    ]);
  });

  it('leaves out targets that are hidden or not finished', async () => {
    const targets = [
      { refId: 'A', hide: true },
      { refId: 'B', queryType: 'trace' as const, traceId: ' ' },
    ];
    expect(await all(datasourceOver({}).query(requestOf(...targets)))).toEqual([
      { data: [], state: LoadingState.Done },
    ]);
  });

  it('shows a failure of one target beside the answer of another', async () => {
    const failing = {
      spans: vi
        .fn()
        .mockRejectedValue(
          new Problem('t', 'Invalid', 400, 'x', [{ field: 'filter', message: 'expected a value', column: 9 }])
        ),
    };
    const packets = await all(
      datasourceOver(failing).query(requestOf({ refId: 'A' }, { refId: 'B', queryType: 'spans' }))
    );
    expect(packets.find(({ key }) => key === 'A')?.data).toHaveLength(1);
    expect(packets.find(({ key }) => key === 'B')?.errors).toEqual([
      { refId: 'B', message: 'Filter, column 9: expected a value', status: 400 },
    ]);
  });

  it('gives up the questions of a panel that leaves', () => {
    const heatmap = vi.fn(
      (_request: unknown, _options: { signal: AbortSignal }) => new Promise<never>(() => undefined)
    );
    const datasource = datasourceOver({ heatmap: heatmap as never });
    const subscription = datasource.query(requestOf({ refId: 'A' })).subscribe();
    subscription.unsubscribe();
    expect(heatmap.mock.calls[0][1].signal.aborted).toBe(true);
  });

  it('fills in variables and ad-hoc filters', async () => {
    const client = fakeClient();
    const request = requestOf({ refId: 'A', filter: '{ resource.service.name = "$service" }' });
    request.filters = [{ key: 'status', operator: '=', value: 'error' }];
    await all(datasourceOver(client, { service: 'api' }).query(request));
    const [[asked]] = client.heatmap.mock.calls as unknown as [[{ filter: string }]];
    expect(asked.filter).toBe('{ resource.service.name = "api" && status = error }');
  });
});

describe('ad-hoc filters', () => {
  it('complete fields and values', async () => {
    const client = fakeClient();
    const datasource = datasourceOver(client);
    expect(await datasource.getTagKeys({ filters: [], timeRange: range })).toEqual([
      { text: 'span.http.route', value: 'span.http.route' },
    ]);
    const filters = [
      { key: 'span.a', operator: '=', value: 'ignored' },
      { key: 'status', operator: '=', value: 'error' },
    ];
    await datasource.getTagValues({ key: 'span.a', filters, timeRange: range });
    expect(client.fieldValues).toHaveBeenCalledWith(
      expect.objectContaining({ field: 'span.a', filter: '{ status = error }' })
    );
  });
});

describe('testDatasource', () => {
  it.each([
    [{}, 'success', /Newest span .*14,400 in the last hour/],
    [{ freshness: vi.fn(async () => ({ newestSpan: null, spansLastHour: 0 })) }, 'success', /No span has arrived yet/],
    [
      { freshness: vi.fn().mockRejectedValue(new Problem('urn:hotspan:problem:unreachable', '', 502, '')) },
      'error',
      /does not answer/,
    ],
  ])('%#', async (client, status, message) => {
    expect(await datasourceOver(client).testDatasource()).toEqual({ status, message: expect.stringMatching(message) });
  });
});
