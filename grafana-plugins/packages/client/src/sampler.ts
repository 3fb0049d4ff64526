import { call, withQuery, type CallOptions } from './call';
import type { Transport } from './transport';
import type {
  DecisionSummary,
  ForceRule,
  ForceRuleList,
  ForceRuleRequest,
  Policies,
  Replay,
  ReplayRequest,
  RulePreview,
  RulePreviewRequest,
  TraceDecision,
} from './types';

/** tail-sampler: what was kept and why, the rules that force it, and what other policies would have kept. */
export type SamplerClient = ReturnType<typeof createSamplerClient>;

const RULES = '/admin/force-rules';
const REPLAYS = '/admin/replay';

export function createSamplerClient(transport: Transport) {
  const get = <T>(path: string, options?: CallOptions) => call<T>(transport, { method: 'GET', path }, options);
  // A body even where there is nothing to say: the service takes changes as JSON only, which no foreign form can send.
  const change = <T>(method: 'POST' | 'PUT', path: string, body: object = {}, options?: CallOptions) =>
    call<T>(transport, { method, path, body }, options);
  const remove = <T = void>(path: string) => call<T>(transport, { method: 'DELETE', path });
  const ruleOf = (id: string) => `${RULES}/${encodeURIComponent(id)}`;
  const replayOf = (id: string) => `${REPLAYS}/${encodeURIComponent(id)}`;
  return {
    summary: (range: { from: string; to: string }, options?: CallOptions) =>
      get<DecisionSummary>(withQuery('/admin/decisions/summary', range), options),
    decision: (traceId: string, options?: CallOptions) =>
      get<TraceDecision>(`/admin/traces/${encodeURIComponent(traceId)}/decision`, options),
    rules: (options?: CallOptions) => get<ForceRuleList>(RULES, options),
    createRule: (rule: ForceRuleRequest) => change<ForceRule>('POST', RULES, rule),
    updateRule: (id: string, rule: ForceRuleRequest) => change<ForceRule>('PUT', ruleOf(id), rule),
    deleteRule: (id: string) => remove(ruleOf(id)),
    enableRule: (id: string, enabled: boolean) =>
      change<ForceRule>('POST', `${ruleOf(id)}/${enabled ? 'enable' : 'disable'}`),
    extendRule: (id: string, seconds: number) =>
      change<ForceRule>('POST', `${ruleOf(id)}/extend`, { duration_secs: seconds }),
    /** How many of the latest traces a match would have caught; nothing is made. */
    previewRule: (rule: RulePreviewRequest, options?: CallOptions) =>
      change<RulePreview>('POST', `${RULES}/preview`, rule, options),
    /** Those in force, as their file would say them. */
    policies: (options?: CallOptions) => get<Policies>('/admin/policies', options),
    startReplay: (request: ReplayRequest) => change<Replay>('POST', REPLAYS, request),
    replay: (id: string, options?: CallOptions) => get<Replay>(replayOf(id), options),
    /** Ends it; what it has found so far stays. */
    cancelReplay: (id: string) => remove<Replay>(replayOf(id)),
  };
}
