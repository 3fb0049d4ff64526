// Generated from heatmap-service/openapi.json by `npm run generate`.

export interface paths {
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fields spans have
         * @description Reads the newest spans of the range, enough to meet all but rare fields.
         */
        get: operations["fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The values a field has
         * @description Reads the newest spans of the range that have the field, and counts its values. Durations are not listed.
         */
        get: operations["fieldValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filter/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks a filter
         * @description Answers 400 with the column of the first fault if the filter cannot be understood.
         */
        get: operations["parse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How recent the stored spans are */
        get: operations["freshness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A latency heatmap
         * @description Counts spans by time and latency. A caller that leaves ends the query. With `Accept: text/event-stream` the answer is a stream: `progress` events {readRows, totalRows}, then one `result` (this answer) or `problem` (a problem detail).
         */
        post: operations["heatmap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heatmap/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The cells of one value
         * @description Counts, on the columns of a heatmap on show, only the spans that match a second filter too, so that their cells can be lit. Rows of equal index are the same row.
         */
        post: operations["matches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spans in boxes
         * @description Lists stored spans that lie in any of the boxes, and says how many there are.
         */
        post: operations["spans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traces/{traceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One whole trace
         * @description All stored spans of a trace, by start. Answers 404 if none is stored.
         */
        get: operations["trace"];
        put?: never;
        post?: never;
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
        /** @description A field and what it holds. */
        FieldInfo: {
            /**
             * Format: int64
             * @description About how many values it has among the spans read.
             * @example 6
             */
            distinct: number;
            /**
             * @description As the filter language writes it.
             * @example resource.service.name
             */
            name: string;
            /**
             * @description string: text in quotes. number: every value read is a number. duration: 250ms, 1.5s. status: unset, ok or error. kind: server, client and so on.
             * @enum {string}
             */
            type: "string" | "number" | "duration" | "status" | "kind";
        };
        /** @description A value and how often it was met. */
        FieldValue: {
            /**
             * Format: int64
             * @description In how many of the spans read.
             * @example 4211
             */
            count: number;
            /**
             * @description The value as text.
             * @example /cart/checkout
             */
            value: string;
        };
        /** @description A field's values, most frequent first. */
        FieldValues: {
            /** @description True if only the newest spans were read, or time ran out: a rare value may be missing. */
            approximate: boolean;
            /** @description True if there are more values than are listed. */
            capped: boolean;
            /**
             * Format: int64
             * @description How many spans were read.
             * @example 200000
             */
            spansRead: number;
            values: components["schemas"]["FieldValue"][];
        };
        /** @description The fields a filter can use, in order of their names; intrinsic ones first. */
        Fields: {
            /** @description True if only the newest spans were read, or time ran out: a rare field may be missing. */
            approximate: boolean;
            fields: components["schemas"]["FieldInfo"][];
            /**
             * Format: int64
             * @description How many spans were read.
             * @example 200000
             */
            spansRead: number;
        };
        /** @description How recent the stored spans are. */
        Freshness: {
            /**
             * Format: date-time
             * @description Start of the newest stored span; null if there is none.
             * @example 2026-03-01T14:29:58.123456789Z
             */
            newestSpan: string | null;
            /**
             * Format: int64
             * @description How many stored spans started within the last hour.
             * @example 120417
             */
            spansLastHour: number;
        };
        /** @description Spans counted by time and latency. Only cells that hold spans are listed. */
        Heatmap: {
            cells: components["schemas"]["HeatmapCells"];
            /**
             * Format: int32
             * @description How many columns the range has.
             * @example 180
             */
            columns: number;
            /** @description True if every span counted stands for itself alone; false if weights make this an estimate. */
            exact: boolean;
            /**
             * Format: date-time
             * @description Start of the first column: the asked start, rounded down to the step.
             */
            from: string;
            /** @description What a reader of the figures should know, for example that they are estimates. */
            notices: components["schemas"]["Notice"][];
            /** @description The rows from the lowest that holds spans to the highest, without gaps, lowest first. */
            rows: components["schemas"]["Row"][];
            /**
             * @description What was counted. spans: the stored spans, weighted. rollups: all traffic, counted before sampling.
             * @enum {string}
             */
            source: "spans" | "rollups";
            /**
             * Format: int64
             * @description Width of a column in nanoseconds; columns start at its multiples since the epoch.
             * @example 10000000000
             */
            stepNanos: number;
            /**
             * Format: date-time
             * @description End of the last column: the asked end, rounded up to the step.
             */
            to: string;
            totals: components["schemas"]["HeatmapTotals"];
        };
        /** @description The cells that hold spans, as arrays of one length: entry i of each is about cell i. Ordered by column, then by row. */
        HeatmapCells: {
            /** @description Column, from 0. */
            column: number[];
            /** @description How many spans of the traffic: the sum of weights. */
            count: number[];
            /** @description How many of them have status error: the sum of weights. */
            errors: number[];
            /** @description Position in rows, from 0. */
            row: number[];
            /** @description How many spans lie in the store. */
            stored: number[];
        };
        /** @description Which spans to count, over which time, in how many columns. */
        HeatmapRequest: {
            /**
             * @description TraceQL spanset filter; empty or {} for every span.
             * @example { resource.service.name = "api-gateway" && duration > 1s }
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
             * @description At most so many columns; the finest step that needs no more is taken.
             * @default 300
             */
            maxColumns?: number;
            /**
             * @description root: spans without a parent. entry: server and consumer spans, and roots. all: every span.
             * @default root
             * @enum {string}
             */
            scope?: "root" | "entry" | "all";
            /**
             * Format: date-time
             * @description End of the range, exclusive.
             * @example 2026-03-01T14:30:00Z
             */
            to: string;
        };
        /** @description Sums over all cells. */
        HeatmapTotals: {
            /**
             * Format: double
             * @description How many spans of the traffic: the sum of weights.
             * @example 1204331
             */
            count: number;
            /**
             * Format: double
             * @description Standard error of count (Horvitz-Thompson, traces sampled independently and kept whole); 0 if exact.
             * @example 4820.5
             */
            countStandardError: number;
            /**
             * Format: double
             * @description How many of them have status error: the sum of weights.
             * @example 310
             */
            errors: number;
            /**
             * Format: int64
             * @description How many spans lie in the store.
             * @example 60217
             */
            stored: number;
        };
        /** @description The instrumentation scope that made the span. */
        InstrumentationScope: {
            /**
             * @description Its name; empty if unknown.
             * @example io.opentelemetry.netty-4.1
             */
            name: string;
            /**
             * @description Its version; empty if unknown.
             * @example 2.10.0
             */
            version: string;
        };
        /** @description The request of a heatmap on show, its step, and a second filter whose spans are to be lit on it. */
        MatchesRequest: {
            /**
             * @description The heatmap's own filter; empty or {} for every span.
             * @example { resource.service.name = "api-gateway" }
             */
            filter?: string;
            /**
             * Format: date-time
             * @description Start of the heatmap's range, inclusive.
             * @example 2026-03-01T14:00:00Z
             */
            from: string;
            /**
             * @description Only spans that match this filter too are counted.
             * @example { span.feature_flag = "new-checkout-flow" }
             */
            highlight: string;
            /**
             * Format: int32
             * @description Chooses the step as the heatmap does; not needed beside stepNanos.
             * @default 300
             */
            maxColumns?: number;
            /**
             * @description The heatmap's scope.
             * @default root
             * @enum {string}
             */
            scope?: "root" | "entry" | "all";
            /**
             * Format: int64
             * @description The heatmap's stepNanos, so both share their columns: a whole number of seconds.
             * @example 10000000000
             */
            stepNanos?: number;
            /**
             * Format: date-time
             * @description End of the heatmap's range, exclusive.
             * @example 2026-03-01T14:30:00Z
             */
            to: string;
        };
        /** @description Something a reader of the figures should know. */
        Notice: {
            /**
             * @description sampled: counts are estimates. weights-unknown: the table records no weights, so every stored span counts once. computed: the table lacks columns that would make this faster.
             * @enum {string}
             */
            code: "sampled" | "weights-unknown" | "computed";
            /**
             * @description A sentence to show.
             * @example Estimated from 12,345 kept spans.
             */
            message: string;
        };
        /** @description The filter can be understood. */
        ParsedFilter: {
            /** @description Always true; a fault is a problem detail. */
            ok: boolean;
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
        /** @description A latency bucket of OpenTelemetry's base-2 exponential histogram at scale 2 (four per doubling). */
        Row: {
            /**
             * Format: int64
             * @description Exclusive lower edge in nanoseconds; -1 for the row that holds 0.
             * @example 881743
             */
            aboveNanos: number;
            /**
             * Format: int32
             * @description The bucket's index: 2^(index/4) ns < duration <= 2^((index+1)/4) ns.
             * @example 79
             */
            index: number;
            /**
             * Format: int64
             * @description Inclusive upper edge in nanoseconds.
             * @example 1048576
             */
            upToNanos: number;
        };
        /** @description Something that happened during the span. */
        SpanEvent: {
            /** @description Its attributes; values as text. */
            attributes: {
                [key: string]: string;
            };
            /**
             * @description The event's name.
             * @example exception
             */
            name: string;
            /**
             * Format: date-time
             * @description When, to the nanosecond.
             * @example 2026-03-01T14:17:03.223456789Z
             */
            timestamp: string;
        };
        /** @description Another span this one refers to. */
        SpanLink: {
            /** @description Its attributes; values as text. */
            attributes: {
                [key: string]: string;
            };
            /**
             * @description 16 lower-case hex digits.
             * @example eee19b7ec3c1b174
             */
            spanId: string;
            /**
             * @description 32 lower-case hex digits.
             * @example 5b8efff798038103d269b633813fc60c
             */
            traceId: string;
            /** @description W3C trace state; empty if none. */
            traceState: string;
        };
        /** @description A span with its attributes, and how many spans its trace has in the store. */
        SpanRow: {
            /** @description The span's attributes; values as text. */
            attributes: {
                [key: string]: string;
            };
            /**
             * Format: int64
             * @description Duration in nanoseconds.
             * @example 1620000000
             */
            durationNanos: number;
            /**
             * @description unspecified, internal, server, client, producer or consumer.
             * @example server
             */
            kind: string;
            /**
             * @description The span's name, its operation.
             * @example POST /cart/checkout
             */
            name: string;
            /** @description 16 lower-case hex digits; empty for a root span. */
            parentSpanId: string;
            /**
             * @description Why its trace was kept; empty if unknown.
             * @example error
             */
            reason: string;
            /** @description Its resource's attributes; values as text. */
            resourceAttributes: {
                [key: string]: string;
            };
            /**
             * @description The resource's service.name.
             * @example api-gateway
             */
            service: string;
            /**
             * @description 16 lower-case hex digits.
             * @example eee19b7ec3c1b174
             */
            spanId: string;
            /**
             * @description unset, ok or error.
             * @example error
             */
            status: string;
            /**
             * @description What the status says; empty if nothing.
             * @example upstream timed out
             */
            statusMessage: string;
            /**
             * Format: date-time
             * @description Start of the span, to the nanosecond.
             * @example 2026-03-01T14:17:03.123456789Z
             */
            timestamp: string;
            /**
             * @description 32 lower-case hex digits.
             * @example 5b8efff798038103d269b633813fc60c
             */
            traceId: string;
            /**
             * Format: int64
             * @description How many spans of its trace lie in the store.
             * @example 18
             */
            traceSpanCount: number;
            /**
             * Format: double
             * @description How many spans of the traffic this one stands for.
             * @example 1
             */
            weight: number;
        };
        /** @description Spans in the order asked for. */
        Spans: {
            /** @description True if more spans match than are listed. */
            capped: boolean;
            spans: components["schemas"]["SpanRow"][];
            /**
             * Format: int64
             * @description How many stored spans match, listed or not.
             * @example 1412
             */
            total: number;
        };
        /** @description Which spans to list: those of a heatmap that lie in any of the boxes. */
        SpansRequest: {
            /** @description Spans in any of them; none for the whole range. */
            boxes?: components["schemas"]["Box"][];
            /**
             * @description TraceQL spanset filter; empty or {} for every span.
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
             * @description At most so many spans.
             * @default 50
             */
            limit?: number;
            /**
             * @description root: spans without a parent. entry: server and consumer spans, and roots. all: every span.
             * @default root
             * @enum {string}
             */
            scope?: "root" | "entry" | "all";
            /**
             * @description slowest: longest first. newest: latest first. errors: errors first, longest first among them.
             * @default slowest
             * @enum {string}
             */
            sort?: "slowest" | "newest" | "errors";
            /**
             * Format: date-time
             * @description End of the range, exclusive.
             * @example 2026-03-01T14:30:00Z
             */
            to: string;
        };
        /** @description A trace's stored spans, by start. */
        Trace: {
            /** @description True if the trace has more spans than are listed; the earliest are. */
            capped: boolean;
            /**
             * Format: int64
             * @description From the earliest start to the latest end of a listed span, in nanoseconds.
             * @example 1620000000
             */
            durationNanos: number;
            /** @description The services of the listed spans, in order of their names. */
            services: string[];
            /** @description The spans, earliest start first. */
            spans: components["schemas"]["TraceSpan"][];
            /**
             * Format: date-time
             * @description The earliest start of a listed span, to the nanosecond.
             * @example 2026-03-01T14:17:03.123456789Z
             */
            startTime: string;
            /**
             * @description 32 lower-case hex digits.
             * @example 5b8efff798038103d269b633813fc60c
             */
            traceId: string;
        };
        /** @description A span with everything that is stored of it. */
        TraceSpan: {
            /** @description The span's attributes; values as text. */
            attributes: {
                [key: string]: string;
            };
            /**
             * Format: int64
             * @description Duration in nanoseconds.
             * @example 1620000000
             */
            durationNanos: number;
            events: components["schemas"]["SpanEvent"][];
            /**
             * @description unspecified, internal, server, client, producer or consumer.
             * @example server
             */
            kind: string;
            links: components["schemas"]["SpanLink"][];
            /**
             * @description The span's name, its operation.
             * @example POST /cart/checkout
             */
            name: string;
            /** @description 16 lower-case hex digits; empty for a root span. */
            parentSpanId: string;
            /**
             * @description Why the trace was kept; empty if unknown.
             * @example error
             */
            reason: string;
            /** @description Its resource's attributes; values as text. */
            resourceAttributes: {
                [key: string]: string;
            };
            scope: components["schemas"]["InstrumentationScope"];
            /**
             * @description The resource's service.name.
             * @example api-gateway
             */
            service: string;
            /**
             * @description 16 lower-case hex digits.
             * @example eee19b7ec3c1b174
             */
            spanId: string;
            /**
             * @description unset, ok or error.
             * @example error
             */
            status: string;
            /**
             * @description What the status says; empty if nothing.
             * @example upstream timed out
             */
            statusMessage: string;
            /**
             * Format: date-time
             * @description Start of the span, to the nanosecond.
             * @example 2026-03-01T14:17:03.123456789Z
             */
            timestamp: string;
            /**
             * @description 32 lower-case hex digits.
             * @example 5b8efff798038103d269b633813fc60c
             */
            traceId: string;
            /**
             * @description W3C trace state; empty if none.
             * @example ot=th:c
             */
            traceState: string;
            /**
             * Format: double
             * @description How many spans of the traffic this one stands for.
             * @example 1
             */
            weight: number;
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
    fields: {
        parameters: {
            query: {
                /**
                 * @description Start of the range, inclusive.
                 * @example 2026-03-01T14:00:00Z
                 */
                from: string;
                /**
                 * @description End of the range, exclusive.
                 * @example 2026-03-01T14:30:00Z
                 */
                to: string;
                /** @description Only spans that match this TraceQL filter. */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fields"];
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
    fieldValues: {
        parameters: {
            query: {
                /**
                 * @description A field as the filter language writes it.
                 * @example span.http.route
                 */
                field: string;
                /**
                 * @description Start of the range, inclusive.
                 * @example 2026-03-01T14:00:00Z
                 */
                from: string;
                /**
                 * @description End of the range, exclusive.
                 * @example 2026-03-01T14:30:00Z
                 */
                to: string;
                /**
                 * @description Only values that start with this text.
                 * @example /api
                 */
                prefix?: string;
                /** @description Only spans that match this TraceQL filter. */
                filter?: string;
                /** @description At most so many values. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldValues"];
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
    parse: {
        parameters: {
            query: {
                /**
                 * @description TraceQL spanset filter; empty or {} matches every span.
                 * @example { span.http.route = "/cart/checkout" && duration > 1s }
                 */
                filter: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParsedFilter"];
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
    freshness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freshness"];
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
    heatmap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeatmapRequest"];
            };
        };
        responses: {
            /** @description The heatmap, or a stream of events that ends with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heatmap"];
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
    matches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heatmap"];
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
    spans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpansRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spans"];
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
    trace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description 32 hex digits.
                 * @example 5b8efff798038103d269b633813fc60c
                 */
                traceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trace. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trace"];
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
            /** @description No span of the trace is stored. */
            404: {
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
