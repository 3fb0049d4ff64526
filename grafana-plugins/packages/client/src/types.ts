import type { paths as ComparisonPaths } from './generated/comparison-service';
import type { paths as HeatmapPaths } from './generated/heatmap-service';

// Shapes are taken from the operations, not from schema names, so that a renamed class in a service changes nothing here.
type Body<Operation> = Operation extends { requestBody: { content: infer C } } ? C[keyof C] : never;
type Answer<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer T } } } }
  ? T
  : never;

type HeatmapOperation = HeatmapPaths['/api/v1/heatmap']['post'];
type MatchesOperation = HeatmapPaths['/api/v1/heatmap/matches']['post'];
type SpansOperation = HeatmapPaths['/api/v1/spans']['post'];
type ComparisonOperation = ComparisonPaths['/api/v1/comparisons']['post'];

export type HeatmapRequest = Body<HeatmapOperation>;
export type Heatmap = Answer<HeatmapOperation>;
export type Notice = Heatmap['notices'][number];
export type Scope = NonNullable<HeatmapRequest['scope']>;
export type MatchesRequest = Body<MatchesOperation>;

export type SpansRequest = Body<SpansOperation>;
export type SpanSort = NonNullable<SpansRequest['sort']>;
export type Box = NonNullable<SpansRequest['boxes']>[number];
export type Spans = Answer<SpansOperation>;
export type SpanRow = Spans['spans'][number];

export type Trace = Answer<HeatmapPaths['/api/v1/traces/{traceId}']['get']>;
export type TraceSpan = Trace['spans'][number];

export type FieldsQuery = HeatmapPaths['/api/v1/fields']['get']['parameters']['query'];
export type Field = Answer<HeatmapPaths['/api/v1/fields']['get']>['fields'][number];
export type FieldValuesQuery = HeatmapPaths['/api/v1/fields/values']['get']['parameters']['query'];
export type FieldValues = Answer<HeatmapPaths['/api/v1/fields/values']['get']>;
export type FieldValue = FieldValues['values'][number];
export type Freshness = Answer<HeatmapPaths['/api/v1/freshness']['get']>;

export type ComparisonRequest = Body<ComparisonOperation>;
export type Comparison = Answer<ComparisonOperation>;
export type ComparedAttribute = Comparison['attributes'][number];
export type ComparedValue = ComparedAttribute['values'][number];

export interface DecisionGroup {
  kept: boolean;
  reason: string;
  policy: string;
  traces: number;
  spans: number;
  weight: number;
}
export interface DecisionSummary {
  from: string;
  to: string;
  traces: number;
  keptTraces: number;
  spans: number;
  keptSpans: number;
  errorTraces: number;
  keptErrorTraces: number;
  lateSpans: number;
  revivedTraces: number;
  dryRunDrops: number;
  groups: DecisionGroup[];
  stepSeconds: number;
  steps: Array<{ time: string; kept: number; dropped: number }>;
}
export interface TracePolicy {
  name: string;
  type: string;
  text: string;
  vote: string;
  probability: number | null;
}
export interface TraceDecision {
  traceId: string;
  state: 'decided' | 'undecided';
  kept: boolean;
  explanation: string;
  reason: string;
  policy: string;
  weight: number;
  rule: { id: string; version: number } | null;
  dryRun: 'kept' | 'dropped' | null;
  trigger: 'inactivity' | 'max-age' | 'buffer-full' | null;
  decidedAt: string | null;
  firstSeen: string | null;
  lastSeen: string | null;
  spans: number;
  errorSpans: number;
  lateSpans: number;
  revival: 'none' | 'asked' | 'done';
  revivedSpans: number;
  start: string | null;
  durationNanos: number | null;
  bytes: number | null;
  randomness: number | null;
  precedence: string;
  policies: TracePolicy[];
  instance: string;
  partition: number;
  firstOffset: number;
  source: 'clickhouse' | 'decision-log' | 'buffer';
}
export interface RuleMatcher {
  key: string;
  op: string;
  value?: unknown;
}
export interface RuleMatch {
  resource: RuleMatcher[];
  span: RuleMatcher[];
  all: boolean;
}
export interface ForceRuleRequest {
  description?: string;
  action: 'force_keep' | 'force_drop';
  match: { resource?: RuleMatcher[]; span?: RuleMatcher[]; all?: boolean };
  duration_secs?: number;
  priority?: number;
  enabled?: boolean;
  max_matches?: number;
  retroactive_from?: string;
  created_by?: string;
}
export interface ForceRule {
  id: string;
  version: number;
  description: string;
  action: 'force_keep' | 'force_drop';
  match: RuleMatch;
  priority: number;
  enabled: boolean;
  max_matches?: number | null;
  retroactive_from?: string | null;
  created_at: string;
  created_by: string;
  changed_at: string;
  expires_at: string;
  state: 'in_force' | 'disabled' | 'expired' | 'used_up';
  remaining_secs: number;
  matches: number;
}
export interface ForceRuleList {
  rules: ForceRule[];
  store: string;
  shared: boolean;
  as_of: string;
  problem: string;
}
export interface RulePreviewRequest {
  match: ForceRuleRequest['match'];
  lookback_secs?: number;
}
export interface RulePreview {
  traces: number;
  matched: number;
  spans: number;
  from?: string | null;
  complete: boolean;
  examples: string[];
}
export interface ReplayRequest {
  from?: string;
  to?: string;
  precedence?: string;
  policies: string;
}
export interface ReplayShare {
  kept: boolean;
  reason: string;
  policy: string;
  traces: number;
  spans: number;
  bytes: number;
}
export interface ReplayOutcome {
  tracesKept: number;
  tracesDropped: number;
  spansKept: number;
  spansDropped: number;
  bytesKept: number;
  bytesDropped: number;
  errorTracesKept: number;
  errorTracesDropped: number;
  byReason: ReplayShare[];
}
export interface Replay {
  id: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  from: string;
  to: string;
  failure?: string | null;
  offsetsRead: number;
  offsetsTotal: number;
  tracesDecidedEarly: number;
  candidate: ReplayOutcome;
  inForce: ReplayOutcome;
  errorsLost: { traces: number; keptByPoliciesInForce: number; traceIds: string[] };
  notices: string[];
}
export interface Policies {
  policies: string;
}
