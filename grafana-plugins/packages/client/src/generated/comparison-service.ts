// Generated from comparison-service/openapi.json by `npm run generate`.

export interface paths {
    "/api/v1/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What sets selected spans apart
         * @description Compares every resource and span attribute, and name, kind and status, of the selected spans with a baseline. A caller that leaves ends the query. With `Accept: text/event-stream` the answer is a stream: `progress` events {readRows, totalRows}, then one `result` (this answer) or `problem` (a problem detail).
         */
        post: operations["compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description How an attribute's values are spread over both sides. */
        AttributeDifference: {
            /** @description Whether more than chance is behind the difference. */
            beyondChance: boolean;
            /**
             * Format: int64
             * @description How many values the attribute has on both sides together.
             * @example 5
             */
            distinct: number;
            /**
             * @description The attribute's key.
             * @example feature_flag
             */
            key: string;
            /** @description The values not listed, together. */
            otherValues: components["schemas"]["OtherValues"];
            /** @description Attributes whose strongest value lies on exactly the same spans: they say the same. */
            sameAs: components["schemas"]["SameAs"][];
            /** @enum {string} */
            scope: "span" | "resource" | "intrinsic";
            /**
             * Format: double
             * @description How much the strongest value's share differs at least, from 0 to 1: the end of its interval that is nearer to zero. Not above 0 where chance explains the difference.
             * @example 0.93
             */
            score: number;
            /** @description Values whose shares differ most, strongest first. */
            values: components["schemas"]["ValueDifference"][];
        };
        /** @description What the selection is compared with. A selected span is never part of it. */
        BaselineRequest: {
            /**
             * Format: date-time
             * @description For kind time: start, inclusive.
             */
            from?: string;
            /**
             * @description rest: all other spans of the range. predicate: those that match it. time: all spans of another range.
             * @enum {string}
             */
            kind: "rest" | "predicate" | "time";
            /**
             * @description For kind predicate.
             * @example { status != error }
             */
            predicate?: string;
            /**
             * @description Weight the baseline to the selection's mix of operations, so that what differs is not merely which endpoints were selected.
             * @default false
             */
            sameOperation?: boolean;
            /**
             * Format: date-time
             * @description For kind time: end, exclusive.
             */
            to?: string;
        };
        /** @description A box drawn on a heatmap: from <= start < to and aboveNanos < duration <= upToNanos. */
        Box: {
            /**
             * Format: int64
             * @description Lower edge in nanoseconds, exclusive: a row's aboveNanos.
             * @example 1073741823
             */
            aboveNanos: number;
            /**
             * @description Only spans whose status is error.
             * @default false
             */
            errorsOnly?: boolean;
            /**
             * Format: date-time
             * @description Left edge, inclusive.
             * @example 2026-03-01T14:10:00Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Right edge, exclusive.
             * @example 2026-03-01T14:15:00Z
             */
            to: string;
            /**
             * Format: int64
             * @description Upper edge in nanoseconds, inclusive: a row's upToNanos.
             * @example 5108940808
             */
            upToNanos: number;
        };
        /** @description What sets the selected spans apart from the baseline. */
        Comparison: {
            /** @description What the requests were like: candidates for the cause, strongest first. */
            attributes: components["schemas"]["AttributeDifference"][];
            baseline: components["schemas"]["ComparisonSide"];
            /**
             * Format: int32
             * @description How many of `attributes` differ by more than chance explains.
             * @example 3
             */
            beyondChance: number;
            /**
             * Format: double
             * @description The probability with which all intervals hold at once.
             * @example 0.95
             */
            confidence: number;
            /** @description Whether the counts are exact rather than estimated from sampled spans. */
            exact: boolean;
            /** @description Attributes with too many values to compare one by one, such as request ids. */
            highCardinality: components["schemas"]["HighCardinalityKey"][];
            notices: components["schemas"]["ComparisonNotice"][];
            /** @description Which operations the spans are: their names and kinds, strongest first. */
            operations: components["schemas"]["AttributeDifference"][];
            /** @description How the requests ended (status, response codes, errors): what came of the cause rather than the cause, strongest first. */
            outcomes: components["schemas"]["AttributeDifference"][];
            selection: components["schemas"]["ComparisonSide"];
        };
        /** @description Something a reader of the figures should know. */
        ComparisonNotice: {
            /**
             * @description empty-selection, empty-baseline: nothing to compare. few-spans: only large differences can be told from chance. sampled: counts are estimates. computed: the table lacks columns that would make this faster. operations-matched: the baseline is weighted to the selection's mix of operations.
             * @enum {string}
             */
            code: "empty-selection" | "empty-baseline" | "few-spans" | "sampled" | "computed" | "operations-matched";
            /**
             * @description A sentence to show.
             * @example Nothing was selected.
             */
            message: string;
        };
        /** @description Which spans to compare with which. */
        ComparisonRequest: {
            /** @description Without it: the rest of the range. */
            baseline?: components["schemas"]["BaselineRequest"];
            /**
             * @description TraceQL spanset filter that both sides pass; empty or {} for every span.
             * @example { resource.service.name = "api-gateway" }
             */
            filter?: string;
            /**
             * Format: date-time
             * @description Start of the range, inclusive.
             * @example 2026-03-01T14:00:00Z
             */
            from: string;
            /**
             * Format: int32
             * @description At most so many values an attribute.
             * @default 12
             */
            limitValues?: number;
            /**
             * @description root: spans without a parent. entry: server and consumer spans, and roots. all: every span.
             * @default root
             * @enum {string}
             */
            scope?: "root" | "entry" | "all";
            selection: components["schemas"]["SelectionRequest"];
            /**
             * Format: date-time
             * @description End of the range, exclusive.
             * @example 2026-03-01T14:30:00Z
             */
            to: string;
        };
        /** @description All spans of one side. */
        ComparisonSide: {
            /**
             * Format: double
             * @description Of them, failed.
             * @example 37
             */
            errors: number;
            /**
             * Format: double
             * @description Spans of the traffic, estimated if sampled.
             * @example 1412
             */
            spans: number;
            /**
             * Format: int64
             * @description Rows in the store.
             * @example 1412
             */
            stored: number;
        };
        /** @description An attribute with too many values to compare one by one. */
        HighCardinalityKey: {
            /**
             * Format: double
             * @description Share of the baseline that has it.
             * @example 1
             */
            baselinePresent: number;
            /**
             * Format: int64
             * @description How many values a sample of up to 100,000 spans showed.
             * @example 99310
             */
            distinct: number;
            /** @example request.id */
            key: string;
            /** @enum {string} */
            scope: "span" | "resource" | "intrinsic";
            /**
             * Format: double
             * @description Share of the selection that has the attribute.
             * @example 1
             */
            selectedPresent: number;
        };
        /** @description The values not listed, together. */
        OtherValues: {
            /**
             * Format: double
             * @description Their share of the baseline.
             * @example 0
             */
            baselineShare: number;
            /**
             * Format: int64
             * @description How many values.
             * @example 0
             */
            distinct: number;
            /**
             * Format: double
             * @description Their share of the selection.
             * @example 0
             */
            selectedShare: number;
        };
        /** @description A problem detail (RFC 9457) */
        Problem: {
            /**
             * @description What went wrong this time and what to do
             * @example from must be before to
             */
            detail: string;
            /** @description What is wrong with the request, field by field */
            errors: components["schemas"]["ProblemFieldError"][];
            /**
             * Format: int32
             * @description The HTTP status code
             * @example 400
             */
            status: number;
            /**
             * @description The kind in words
             * @example Invalid request
             */
            title: string;
            /**
             * @description What kind of problem
             * @example urn:hotspan:problem:invalid-request
             */
            type: string;
        };
        ProblemFieldError: {
            /** @description What would be accepted */
            accepted?: string | null;
            /**
             * Format: int32
             * @description Where in a filter's text the fault lies, from 1
             */
            column?: number | null;
            /**
             * @description The field's path in the request
             * @example filter
             */
            field: string;
            /** @description What is wrong with it */
            message: string;
        };
        /** @description An attribute whose strongest value lies on the same spans. */
        SameAs: {
            /** @example url.path */
            key: string;
            /** @enum {string} */
            scope: "span" | "resource" | "intrinsic";
            value: string | null;
        };
        /** @description The spans to explain: those in any of the boxes, or those that match the predicate. One of the two. */
        SelectionRequest: {
            /** @description 1 to 20 boxes. */
            boxes?: components["schemas"]["Box"][];
            /**
             * @description A TraceQL spanset filter.
             * @example { status = error }
             */
            predicate?: string;
        };
        /** @description One value on both sides. */
        ValueDifference: {
            /**
             * Format: double
             * @description Spans of the baseline that have it.
             * @example 801
             */
            baseline: number;
            /**
             * Format: double
             * @description Their share of the baseline, 0 to 1.
             * @example 0.02
             */
            baselineShare: number;
            /**
             * Format: int64
             * @description Of them, rows in the store.
             * @example 801
             */
            baselineStored: number;
            /**
             * Format: double
             * @description selectedShare - baselineShare.
             * @example 0.95
             */
            difference: number;
            /**
             * Format: double
             * @description The upper end.
             * @example 0.97
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of the difference's confidence interval.
             * @example 0.93
             */
            low: number;
            /**
             * Format: double
             * @description Selected spans that have it.
             * @example 1370
             */
            selected: number;
            /**
             * Format: double
             * @description Their share of the selection, 0 to 1.
             * @example 0.97
             */
            selectedShare: number;
            /**
             * Format: int64
             * @description Of them, rows in the store.
             * @example 1370
             */
            selectedStored: number;
            /** @description The value; null for the spans without the attribute. */
            value: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    compare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonRequest"];
            };
        };
        responses: {
            /** @description The comparison, or a stream of events that ends with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                    "text/event-stream": string;
                };
            };
            /** @description The request cannot be understood; errors names the field and what is accepted. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer would be too large; ask for a shorter range or a narrower filter. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ClickHouse does not answer, or has no spans yet; Retry-After says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The query took too long; ask for a shorter range or a narrower filter. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why there is no answer */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
