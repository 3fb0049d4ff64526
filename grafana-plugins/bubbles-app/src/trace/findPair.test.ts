import { expect, test, vi } from 'vitest';
import type { Services } from '../api/services';
import { attributeOf, valueOf } from '../comparison/testing';
import { findPair } from './findPair';

const question = {
  interval: { from: '2026-11-21T14:00:00Z', to: '2026-11-21T14:30:00Z' },
  filter: '',
  scope: 'root' as const,
  boxes: [{ from: '2026-11-21T14:10:00Z', to: '2026-11-21T14:12:00Z', aboveNanos: 1e9, upToNanos: 2e9 }],
  against: 'rest' as const,
  sameOperation: false,
};
const leads = [
  { attribute: attributeOf('span', 'http.route', []), value: valueOf('/checkout', 1, 0.1), alike: [] },
  { attribute: attributeOf('resource', 'cloud.region', []), value: valueOf('eu-west-1', 1, 0.2), alike: [] },
];

function servicesOf(...answers: string[][]) {
  const spans = vi.fn();
  answers.forEach((ids) =>
    spans.mockResolvedValueOnce({
      spans: ids.map((traceId) => ({ traceId, service: 'api-gateway', name: 'POST /checkout' })),
    })
  );
  return { spans, services: { heatmap: { spans } } as unknown as Services };
}

test('the ordinary trace is of the same operation and lacks what the selected have in common', async () => {
  const { spans, services } = servicesOf(['slow'], ['slow', 'quick']);
  expect(await findPair(services, question, leads)).toEqual({ trace: 'slow', pair: 'quick' });
  expect(spans.mock.calls[1][0].filter).toBe(
    '{ resource.service.name = "api-gateway" && name = "POST /checkout" && !(span.http.route = "/checkout" && resource.cloud.region = "eu-west-1") && duration <= 1000000000ns }'
  );
});

test('without an ordinary trace the selected one is shown alone', async () => {
  const { services } = servicesOf(['slow'], [], [], []);
  expect(await findPair(services, question, leads)).toEqual({ trace: 'slow' });
});

test('an empty box has no trace', async () => {
  const { services } = servicesOf([]);
  expect(await findPair(services, question, leads)).toBeUndefined();
});
