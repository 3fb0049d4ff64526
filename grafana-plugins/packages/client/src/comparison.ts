import { stream, type StreamOptions } from './call';
import type { Transport } from './transport';
import type { Comparison, ComparisonRequest } from './types';

/** comparison-service: what is different about a selection of spans. */
export type ComparisonClient = ReturnType<typeof createComparisonClient>;

export function createComparisonClient(transport: Transport) {
  return {
    compare: (body: ComparisonRequest, options?: StreamOptions) =>
      stream<Comparison>(transport, { method: 'POST', path: '/api/v1/comparisons', body }, options),
  };
}
