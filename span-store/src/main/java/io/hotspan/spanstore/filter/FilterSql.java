package io.hotspan.spanstore.filter;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.SpanFilter;

/** A span filter as a condition on rows. Values, attribute keys and patterns are bound, never part of the text. */
public final class FilterSql {
    private FilterSql() {}

    /** The condition that is 1 for the rows {@code filter} matches and 0, never null, for the others. */
    public static SqlFragment where(SpanFilter filter, SpanColumns columns) {
        return switch (filter) {
            case SpanFilter.All _ -> SqlFragment.TRUE;
            case SpanFilter.And(var terms) ->
                SqlFragment.all(terms.stream().map(term -> where(term, columns)).toList());
            case SpanFilter.Or(var terms) ->
                SqlFragment.any(terms.stream().map(term -> where(term, columns)).toList());
            case SpanFilter.Not(var term) -> where(term, columns).negate();
            case SpanFilter.Comparison(Attribute attribute, var operator, var literal) ->
                AttributeSql.compare(attribute, operator, literal);
            case SpanFilter.Comparison(Intrinsic intrinsic, var operator, var literal) ->
                IntrinsicSql.compare(intrinsic, operator, literal, columns);
            case SpanFilter.Presence(Attribute attribute, boolean present) ->
                present
                        ? AttributeSql.present(attribute)
                        : AttributeSql.present(attribute).negate();
            case SpanFilter.Presence(Intrinsic intrinsic, boolean present) ->
                present
                        ? IntrinsicSql.present(intrinsic)
                        : IntrinsicSql.present(intrinsic).negate();
        };
    }
}
