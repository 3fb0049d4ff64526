export type { CallOptions, Progress, StreamOptions } from './call';
export * from './comparison';
export * from './heatmap';
export { isAbort, isProblem, Problem, UNREACHABLE, type ProblemField } from './problem';
export * from './sampler';
export {
  fetchTransport,
  grafanaTransport,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from './transport';
export type * from './types';
