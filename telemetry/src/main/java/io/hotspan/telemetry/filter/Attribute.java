package io.hotspan.telemetry.filter;

/** An attribute by its key, for example {@code span.http.route}. */
public record Attribute(Scope scope, String key) implements Field {

    /** Where the attribute is looked for. */
    public enum Scope {
        SPAN,
        RESOURCE,
        /** {@code .key}: the span's attribute if it has one, else its resource's. */
        EITHER
    }
}
