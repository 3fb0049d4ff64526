package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.settings.PolicyProperties.AttributeScope;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attribute policies in the words of the filter language. */
final class AttributeFilters {

    private AttributeFilters() {}

    static SpanFilter present(String key, @Nullable AttributeScope scope) {
        return on(key, scope, attribute -> new SpanFilter.Presence(attribute, true));
    }

    static SpanFilter compare(String key, @Nullable AttributeScope scope, Operator operator, Literal literal) {
        return on(key, scope, attribute -> new SpanFilter.Comparison(attribute, operator, literal));
    }

    /** Both bounds of the same value: the span's and its resource's are not mixed. */
    static SpanFilter between(
            String key, @Nullable AttributeScope scope, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return on(
                key,
                scope,
                attribute -> SpanFilter.and(bound(attribute, Operator.GTE, min), bound(attribute, Operator.LTE, max)));
    }

    static SpanFilter anyOf(List<SpanFilter> filters) {
        return filters.size() == 1 ? filters.getFirst() : new SpanFilter.Or(filters);
    }

    private static SpanFilter on(
            String key, @Nullable AttributeScope scope, Function<Attribute, SpanFilter> condition) {
        SpanFilter span = condition.apply(new Attribute(Attribute.Scope.SPAN, key));
        SpanFilter resource = condition.apply(new Attribute(Attribute.Scope.RESOURCE, key));
        return switch (scope == null ? AttributeScope.ANY : scope) {
            case SPAN -> span;
            case RESOURCE -> resource;
            case ANY -> new SpanFilter.Or(List.of(span, resource));
        };
    }

    private static SpanFilter bound(Attribute attribute, Operator operator, @Nullable BigDecimal bound) {
        return bound == null ? new SpanFilter.All() : new SpanFilter.Comparison(attribute, operator, number(bound));
    }

    private static Literal number(BigDecimal number) {
        try {
            return new Literal.Whole(number.longValueExact());
        } catch (ArithmeticException fraction) {
            return new Literal.Decimal(number.doubleValue());
        }
    }
}
