package io.hotspan.comparison.count;

import java.util.Comparator;

/** An attribute by where it is and its key. */
public record AttributeKey(Scope scope, String key) implements Comparable<AttributeKey> {
    private static final Comparator<AttributeKey> ORDER =
            Comparator.comparing(AttributeKey::scope).thenComparing(AttributeKey::key);

    /** Where an attribute is. */
    public enum Scope {
        SPAN,
        RESOURCE,
        /** What every span has: its name, kind, status and status message. */
        INTRINSIC
    }

    @Override
    public int compareTo(AttributeKey other) {
        return ORDER.compare(this, other);
    }
}
