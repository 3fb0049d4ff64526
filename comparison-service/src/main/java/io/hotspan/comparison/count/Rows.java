package io.hotspan.comparison.count;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.AttributeIds;
import io.hotspan.spanstore.schema.SpanColumns;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The rows of a comparison as a subquery, of which the server computes only the columns that the outer query names:
 *
 * <ul>
 *   <li>{@code Ids}: what each span has, hashed; {@code Names}: the same as text, in the same order
 *   <li>{@code S}: 1 if selected, 0 if of the baseline
 *   <li>{@code W}: its weight, that of the baseline by operation if asked for; {@code M}: the same by route too
 *   <li>{@code Op}, {@code Route}: its operation and its route, hashed
 *   <li>{@code At}: its start in nanoseconds since 1970
 *   <li>{@code Failed}, {@code TraceId}, {@code Sampled}
 * </ul>
 */
final class Rows {
    /** Every span has these; they are compared like attributes. */
    private static final List<String[]> INTRINSICS = List.of(
            new String[] {"name", "SpanName"},
            new String[] {"kind", "SpanKind"},
            new String[] {"status", "StatusCode"},
            new String[] {"statusMessage", "StatusMessage"});

    /** Attributes that name an endpoint without saying how it was asked. */
    private static final List<String> ROUTES =
            List.of("http.route", "rpc.method", "graphql.operation.name", "messaging.destination.name");

    private final Sides sides;
    private final SpanColumns columns;
    private final String table;
    private final MixWeights operations;
    private final MixWeights routes;

    /** Rows of a table, every span weighing what it weighs. */
    Rows(Sides sides, SpanColumns columns, String table) {
        this(sides, columns, table, MixWeights.NONE, MixWeights.NONE);
    }

    private Rows(Sides sides, SpanColumns columns, String table, MixWeights operations, MixWeights routes) {
        this.sides = sides;
        this.columns = columns;
        this.table = table;
        this.operations = operations;
        this.routes = routes;
    }

    /** The same rows with the baseline's {@code W} and {@code M} weighted by operation. */
    Rows byOperation(MixWeights weights) {
        return new Rows(sides, columns, table, weights, routes);
    }

    /** The same rows with the baseline's {@code M} weighted by route. */
    Rows byRoute(MixWeights weights) {
        return new Rows(sides, columns, table, operations, weights);
    }

    SqlFragment sql() {
        return SqlFragment.format(
                """
                SELECT arrayConcat(%s, [%s]) AS Ids,
                    arrayConcat(%s, %s, [%s]) AS Names,
                    toUInt8({}) AS S,
                    xxHash64(ServiceName, SpanName) AS Op,
                    xxHash64(ServiceName, arrayFirst(x -> bitShiftRight(x, %d) IN (%s), Ids)) AS Route,
                    toFloat64(%s) * {} AS W,
                    W * {} AS M,
                    toUnixTimestamp64Nano(Timestamp) AS At,
                    StatusCode = 'Error' AS Failed,
                    TraceId,
                    %s != 1 AS Sampled
                FROM %s
                WHERE {}""".formatted(
                                columns.attributeIds(),
                                intrinsics(Rows::intrinsicId),
                                names("resource", AttributeIds.RESOURCE),
                                names("span", AttributeIds.SPAN),
                                intrinsics(Rows::intrinsicName),
                                AttributeIds.VALUE_BITS,
                                routeKeys(),
                                columns.weight(),
                                columns.weight(),
                                table),
                sides.selected(),
                operations.factor("Op"),
                routes.factor("Route"),
                sides.where());
    }

    private static String routeKeys() {
        return ROUTES.stream()
                .map(key -> "bitShiftRight(%s, %d)"
                        .formatted(AttributeIds.SPAN.of("'" + key + "'", "''"), AttributeIds.VALUE_BITS))
                .collect(Collectors.joining(", "));
    }

    private static String names(String scope, AttributeIds kind) {
        return "arrayMap((k, v) -> ('%s', toString(k), v), mapKeys(%s), mapValues(%s))"
                .formatted(scope, kind.map(), kind.map());
    }

    private static String intrinsics(BinaryOperator<String> expression) {
        return INTRINSICS.stream()
                .map(intrinsic -> expression.apply(intrinsic[0], "toString(" + intrinsic[1] + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String intrinsicId(String key, String column) {
        return AttributeIds.ofIntrinsic(key, column);
    }

    private static String intrinsicName(String key, String column) {
        return "('intrinsic', '%s', %s)".formatted(key, column);
    }
}
