package io.hotspan.telemetry.filter;

import java.util.List;

/**
 * A condition on one span. A comparison with an attribute that the span does not have is false whatever its operator,
 * {@code !=} included, as in TraceQL; {@link Not} of it is therefore true.
 */
public sealed interface SpanFilter {

    /** True of every span: {@code {}}. */
    record All() implements SpanFilter {}

    /** True where all {@code terms} are; at least two. */
    record And(List<SpanFilter> terms) implements SpanFilter {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** True where any of {@code terms} is; at least two. */
    record Or(List<SpanFilter> terms) implements SpanFilter {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** True where {@code term} is not. */
    record Not(SpanFilter term) implements SpanFilter {}

    /** Compares a field's value with a constant; the parser has checked that the three fit together. */
    record Comparison(Field field, Operator operator, Literal literal) implements SpanFilter {}

    /**
     * Whether the span has the field at all: {@code field != nil}, or with {@code present} false {@code field = nil}.
     */
    record Presence(Field field, boolean present) implements SpanFilter {}

    /** The spans that match both; {@link All} adds nothing. */
    static SpanFilter and(SpanFilter left, SpanFilter right) {
        if (left instanceof All) {
            return right;
        }
        return right instanceof All ? left : new And(List.of(left, right));
    }
}
