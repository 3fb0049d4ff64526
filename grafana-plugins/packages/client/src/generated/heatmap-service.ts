// Generated from heatmap-service/openapi.json by `npm run generate`.

export interface paths {
    "/api/v1/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
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
        get: operations["trace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
        get: operations["freshness"];
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
        Problem: {
            type: string;
            title: string;
            /** Format: int64 */
            status: number;
            detail?: string;
            errors?: {
                field: string;
                message: string;
                accepted?: string;
                /** Format: int64 */
                column?: number;
            }[];
        };
        Box: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** Format: int64 */
            aboveNanos: number;
            /** Format: int64 */
            upToNanos: number;
            errorsOnly?: boolean;
        };
        Notice: {
            code: string;
            message: string;
        };
        HeatmapRequest: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            filter?: string;
            /** @enum {string} */
            scope?: "root" | "entry" | "all";
            /** Format: int64 */
            maxColumns?: number;
        };
        MatchesRequest: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            highlight: string;
            /** Format: int64 */
            stepNanos: number;
            filter?: string;
            /** @enum {string} */
            scope?: "root" | "entry" | "all";
        };
        Row: {
            /** Format: int64 */
            index: number;
            /** Format: int64 */
            aboveNanos: number;
            /** Format: int64 */
            upToNanos: number;
        };
        Heatmap: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** Format: int64 */
            stepNanos: number;
            /** Format: int64 */
            columns: number;
            rows: components["schemas"]["Row"][];
            cells: {
                column: number[];
                row: number[];
                count: number[];
                errors: number[];
                stored: number[];
            };
            totals: {
                count: number;
                errors: number;
                /** Format: int64 */
                stored: number;
                countStandardError: number;
            };
            exact: boolean;
            /** @enum {string} */
            source: "spans" | "rollups";
            notices: components["schemas"]["Notice"][];
        };
        SpansRequest: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            filter?: string;
            /** @enum {string} */
            scope?: "root" | "entry" | "all";
            boxes?: components["schemas"]["Box"][];
            /** Format: int64 */
            limit?: number;
            /** @enum {string} */
            sort?: "slowest" | "newest" | "errors";
        };
        SpanRow: {
            traceId: string;
            spanId: string;
            parentSpanId: string;
            /** Format: date-time */
            timestamp: string;
            /** Format: int64 */
            durationNanos: number;
            service: string;
            name: string;
            kind: string;
            status: string;
            statusMessage: string;
            weight: number;
            reason: string;
            attributes: {
                [key: string]: string;
            };
            resourceAttributes: {
                [key: string]: string;
            };
            /** Format: int64 */
            traceSpanCount: number;
        };
        Spans: {
            spans: components["schemas"]["SpanRow"][];
            total: number;
            capped: boolean;
        };
        TraceSpan: {
            traceId: string;
            spanId: string;
            parentSpanId: string;
            /** Format: date-time */
            timestamp: string;
            /** Format: int64 */
            durationNanos: number;
            service: string;
            name: string;
            kind: string;
            status: string;
            statusMessage: string;
            weight: number;
            reason: string;
            traceState: string;
            attributes: {
                [key: string]: string;
            };
            resourceAttributes: {
                [key: string]: string;
            };
            scope: {
                name: string;
                version: string;
            };
            events: {
                /** Format: date-time */
                timestamp: string;
                name: string;
                attributes: {
                    [key: string]: string;
                };
            }[];
            links: {
                traceId: string;
                spanId: string;
                traceState: string;
                attributes: {
                    [key: string]: string;
                };
            }[];
        };
        Trace: {
            traceId: string;
            spans: components["schemas"]["TraceSpan"][];
            /** Format: date-time */
            startTime: string;
            /** Format: int64 */
            durationNanos: number;
            services: string[];
            capped: boolean;
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heatmap"];
                };
            };
            /** @description Problem */
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
            /** @description Problem */
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
            /** @description Problem */
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
                traceId: string;
            };
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
                    "application/json": components["schemas"]["Trace"];
                };
            };
            /** @description Problem */
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
    fields: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                    "application/json": {
                        fields: {
                            name: string;
                            /** @enum {string} */
                            type: "string" | "number" | "duration" | "status" | "kind";
                            /** Format: int64 */
                            distinct: number;
                        }[];
                    };
                };
            };
            /** @description Problem */
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
                field: string;
                from: string;
                to: string;
                prefix?: string;
                filter?: string;
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
                    "application/json": {
                        values: {
                            value: string;
                            count: number;
                        }[];
                        capped: boolean;
                    };
                };
            };
            /** @description Problem */
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
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
            /** @description Problem */
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
                    "application/json": {
                        /** Format: date-time */
                        newestSpan: string | null;
                        /** Format: int64 */
                        spansLastHour: number;
                    };
                };
            };
            /** @description Problem */
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
