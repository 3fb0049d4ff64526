package io.hotspan.spanstore.filter;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.latency.LatencyBuckets;
import io.hotspan.telemetry.rollup.Rollup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The filters that rollups can answer: on service, name, kind and status, and on durations that end on the edges of
 * latency buckets.
 */
public final class RollupFilterSql {
    private static final Attribute SERVICE = new Attribute(Attribute.Scope.RESOURCE, "service.name");

    private RollupFilterSql() {}

    /** The filter as conditions on rows of rollups; empty if it asks for what they do not know. */
    public static Optional<RollupFilter> of(SpanFilter filter) {
        return switch (filter) {
            case SpanFilter.All _ -> Optional.of(RollupFilter.known(SqlFragment.TRUE));
            case SpanFilter.And(var terms) -> combined(terms, SqlFragment::all);
            case SpanFilter.Or(var terms) -> combined(terms, SqlFragment::any);
            case SpanFilter.Not(var term) -> of(term).map(RollupFilter::negate);
            case SpanFilter.Comparison(Intrinsic intrinsic, var operator, var literal) ->
                intrinsic(intrinsic, operator, literal);
            case SpanFilter.Comparison(Attribute attribute, var operator, var literal) ->
                attribute.equals(SERVICE) ? service(operator, literal) : Optional.empty();
            case SpanFilter.Presence _ -> Optional.empty();
        };
    }

    private static Optional<RollupFilter> combined(
            List<SpanFilter> terms, Function<List<SqlFragment>, SqlFragment> combine) {
        List<SqlFragment> certain = new ArrayList<>();
        List<SqlFragment> possible = new ArrayList<>();
        for (SpanFilter term : terms) {
            Optional<RollupFilter> answerable = of(term);
            if (answerable.isEmpty()) {
                return Optional.empty();
            }
            certain.add(answerable.get().certain());
            possible.add(answerable.get().possible());
        }
        return Optional.of(new RollupFilter(combine.apply(certain), combine.apply(possible)));
    }

    private static Optional<RollupFilter> intrinsic(Intrinsic intrinsic, Operator operator, Literal literal) {
        SpanFilter.Comparison comparison = new SpanFilter.Comparison(intrinsic, operator, literal);
        return switch (intrinsic) {
            // The columns are called as in the table of spans.
            case KIND, STATUS -> Optional.of(RollupFilter.known(FilterSql.where(comparison, SpanColumns.MIGRATED)));
            case NAME ->
                Optional.of(
                        named(FilterSql.where(comparison, SpanColumns.MIGRATED), "SpanName", List.of(Rollup.OTHER)));
            case DURATION -> duration(operator, literal).map(RollupFilter::known);
            case STATUS_MESSAGE, TRACE_ID, SPAN_ID, PARENT_ID, SCOPE_NAME, SCOPE_VERSION -> Optional.empty();
        };
    }

    /** A span without a service's name, of which every comparison is false, is counted like one whose name is empty. */
    private static Optional<RollupFilter> service(Operator operator, Literal literal) {
        return literal instanceof Literal.Text(String text) && !text.isEmpty()
                ? Optional.of(named(
                        ValueSql.column("ServiceName", operator, literal), "ServiceName", List.of("", Rollup.OTHER)))
                : Optional.empty();
    }

    /** Spans beyond the limit of names are counted under one that stands for any. */
    private static RollupFilter named(SqlFragment comparison, String column, List<String> ambiguous) {
        SqlFragment folded = SqlFragment.of(column + " = ?", Rollup.OTHER);
        return new RollupFilter(
                comparison.and(SqlFragment.of(column + " NOT IN ?", ambiguous)),
                SqlFragment.any(List.of(comparison, folded)));
    }

    private static Optional<SqlFragment> duration(Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Nanos(long nanos))) {
            return Optional.empty();
        }
        return switch (operator) {
            case GT -> upTo(nanos).map(SqlFragment::negate);
            case GTE -> upTo(nanos - 1).map(SqlFragment::negate);
            case LTE -> upTo(nanos);
            case LT -> upTo(nanos - 1);
            case EQ, NEQ, MATCHES, NOT_MATCHES -> Optional.empty();
        };
    }

    /** Spans that take no longer, if a bucket ends there; the last one has no end. */
    private static Optional<SqlFragment> upTo(long nanos) {
        int bucket = LatencyBuckets.index(nanos);
        return bucket < LatencyBuckets.MAX_INDEX && LatencyBuckets.upperNanos(bucket) == nanos
                ? Optional.of(SqlFragment.of("LatencyBucket <= ?", bucket))
                : Optional.empty();
    }
}
