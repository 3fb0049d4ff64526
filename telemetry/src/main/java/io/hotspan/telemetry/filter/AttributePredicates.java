package io.hotspan.telemetry.filter;

import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.AttributeValue;

/** Conditions on attributes, which are found by their index, never by name. */
final class AttributePredicates {

    private AttributePredicates() {}

    /** False where there is no such attribute. */
    static SpanPredicate compare(Attribute attribute, ValueTest test, AttributeKeys keys) {
        String key = attribute.key();
        return switch (attribute.scope()) {
            case SPAN -> {
                int index = keys.spanIndex(key);
                yield span -> holds(test, span.spanAttribute(index));
            }
            case RESOURCE -> {
                int index = keys.resourceIndex(key);
                yield span -> holds(test, span.resourceAttribute(index));
            }
            // The span's own attribute hides its resource's.
            case EITHER -> {
                int own = keys.spanIndex(key);
                int resource = keys.resourceIndex(key);
                yield span -> {
                    AttributeValue value = span.spanAttribute(own);
                    return holds(test, value.isPresent() ? value : span.resourceAttribute(resource));
                };
            }
        };
    }

    static SpanPredicate present(Attribute attribute, AttributeKeys keys) {
        return compare(attribute, _ -> true, keys);
    }

    private static boolean holds(ValueTest test, AttributeValue value) {
        return value.isPresent() && test.test(value);
    }
}
