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
        ComparisonRequest: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            selection: {
                boxes?: components["schemas"]["Box"][];
                predicate?: string;
            };
            filter?: string;
            /** @enum {string} */
            scope?: "root" | "entry" | "all";
            baseline?: {
                /** @enum {string} */
                kind: "rest" | "predicate" | "time";
                sameOperation?: boolean;
                predicate?: string;
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                to?: string;
            };
            /** Format: int64 */
            limitValues?: number;
        };
        Comparison: {
            selection: {
                spans: number;
                /** Format: int64 */
                stored: number;
                errors: number;
            };
            baseline: {
                spans: number;
                /** Format: int64 */
                stored: number;
                errors: number;
            };
            attributes: {
                /** @enum {string} */
                scope: "resource" | "span" | "intrinsic";
                key: string;
                score: number;
                values: {
                    value: string | null;
                    selected: number;
                    /** Format: int64 */
                    selectedStored: number;
                    selectedShare: number;
                    baseline: number;
                    /** Format: int64 */
                    baselineStored: number;
                    baselineShare: number;
                    difference: number;
                    low: number;
                    high: number;
                }[];
                otherValues: {
                    /** Format: int64 */
                    distinct: number;
                    selectedShare: number;
                    baselineShare: number;
                };
            }[];
            highCardinality: {
                scope: string;
                key: string;
                /** Format: int64 */
                distinct: number;
                selectedPresent: number;
                baselinePresent: number;
            }[];
            /** Format: int64 */
            beyondChance: number;
            exact: boolean;
            notices: components["schemas"]["Notice"][];
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
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
