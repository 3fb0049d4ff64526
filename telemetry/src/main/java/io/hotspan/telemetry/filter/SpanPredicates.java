package io.hotspan.telemetry.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hotspan.telemetry.otlp.AttributeKeys;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates filters on spans in memory, with the very meaning they have for stored spans: an attribute is compared as
 * the text a store holds of it, so {@code 5} equals the number and the string alike.
 */
public final class SpanPredicates {

    private SpanPredicates() {}

    /** The attributes that a scanner must look up for these filters. */
    public static AttributeKeys keys(Collection<SpanFilter> filters) {
        Set<String> resource = new LinkedHashSet<>();
        Set<String> span = new LinkedHashSet<>();
        filters.forEach(filter -> collect(filter, resource, span));
        return AttributeKeys.of(List.copyOf(resource), List.copyOf(span));
    }

    /**
     * The filter as a predicate.
     *
     * @param keys what the scanner looks up, this filter's attributes among them
     * @throws IllegalArgumentException if an attribute is not among them
     */
    public static SpanPredicate compile(SpanFilter filter, AttributeKeys keys) {
        return switch (filter) {
            case SpanFilter.All _ -> _ -> true;
            case SpanFilter.And(var terms) -> all(predicates(terms, keys));
            case SpanFilter.Or(var terms) -> any(predicates(terms, keys));
            case SpanFilter.Not(var term) -> not(compile(term, keys));
            case SpanFilter.Comparison(Attribute attribute, var operator, var literal) ->
                AttributePredicates.compare(attribute, ValueTest.of(operator, literal), keys);
            case SpanFilter.Comparison(Intrinsic intrinsic, var operator, var literal) ->
                IntrinsicPredicates.compare(intrinsic, operator, literal);
            case SpanFilter.Presence(Attribute attribute, boolean present) ->
                present
                        ? AttributePredicates.present(attribute, keys)
                        : not(AttributePredicates.present(attribute, keys));
            case SpanFilter.Presence(Intrinsic intrinsic, boolean present) ->
                present ? IntrinsicPredicates.present(intrinsic) : not(IntrinsicPredicates.present(intrinsic));
        };
    }

    /**
     * A condition on an attribute as text that the filter language has no operator for; false where there is no such
     * attribute.
     *
     * @param keys what the scanner looks up, the attribute among them
     * @throws IllegalArgumentException if it is not among them
     */
    public static SpanPredicate compile(Attribute attribute, TextTest test, AttributeKeys keys) {
        return AttributePredicates.compare(attribute, ValueTest.text(test), keys);
    }

    /** What is wrong with a regular expression, in a few words; empty if nothing is. */
    public static Optional<String> problemOf(String regex) {
        try {
            Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    private static void collect(SpanFilter filter, Set<String> resource, Set<String> span) {
        switch (filter) {
            case SpanFilter.All _ -> {}
            case SpanFilter.And(var terms) -> terms.forEach(term -> collect(term, resource, span));
            case SpanFilter.Or(var terms) -> terms.forEach(term -> collect(term, resource, span));
            case SpanFilter.Not(var term) -> collect(term, resource, span);
            case SpanFilter.Comparison(var field, var _, var _) -> collect(field, resource, span);
            case SpanFilter.Presence(var field, var _) -> collect(field, resource, span);
        }
    }

    private static void collect(Field field, Set<String> resource, Set<String> span) {
        if (field instanceof Attribute(Attribute.Scope scope, String key)) {
            if (scope != Attribute.Scope.SPAN) {
                resource.add(key);
            }
            if (scope != Attribute.Scope.RESOURCE) {
                span.add(key);
            }
        }
    }

    private static SpanPredicate[] predicates(List<SpanFilter> terms, AttributeKeys keys) {
        return terms.stream().map(term -> compile(term, keys)).toArray(SpanPredicate[]::new);
    }

    private static SpanPredicate all(SpanPredicate[] terms) {
        return span -> {
            for (SpanPredicate term : terms) {
                if (!term.test(span)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static SpanPredicate any(SpanPredicate[] terms) {
        return span -> {
            for (SpanPredicate term : terms) {
                if (term.test(span)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static SpanPredicate not(SpanPredicate term) {
        return span -> !term.test(span);
    }
}
