import type { paths as ComparisonPaths } from './generated/comparison-service';
import type { paths as HeatmapPaths } from './generated/heatmap-service';
import type { paths as SamplerPaths } from './generated/tail-sampler';

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

export type DecisionSummary = Answer<SamplerPaths['/admin/decisions/summary']['get']>;
export type TraceDecision = Answer<SamplerPaths['/admin/traces/{traceId}/decision']['get']>;

export type ForceRuleList = Answer<SamplerPaths['/admin/force-rules']['get']>;
export type ForceRule = Answer<SamplerPaths['/admin/force-rules/{id}']['get']>;
export type RuleMatcher = ForceRule['match']['span'][number];
export type ForceRuleRequest = Body<SamplerPaths['/admin/force-rules']['post']>;
export type RequestedMatcher = NonNullable<ForceRuleRequest['match']['span']>[number];
export type RulePreviewRequest = Body<SamplerPaths['/admin/force-rules/preview']['post']>;
export type RulePreview = Answer<SamplerPaths['/admin/force-rules/preview']['post']>;

/** Policies are a list or, as here, the text of a policies file; the document says no more than that they are JSON. */
export type ReplayRequest = Omit<Body<SamplerPaths['/admin/replay']['post']>, 'policies'> & { policies: string };
export type Replay = Answer<SamplerPaths['/admin/replay/{id}']['get']>;
export type Policies = Answer<SamplerPaths['/admin/policies']['get']>;
