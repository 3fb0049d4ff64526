package io.hotspan.sampling.policy.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.TextResourceOrigin.Location;

/** A file that is no set of policies; the message names file, line and column and what to change. */
public final class InvalidPolicyFileException extends IllegalArgumentException {

    private final transient @Nullable Location location;
    private final String explanation;

    InvalidPolicyFileException(String file, @Nullable Location location, String explanation) {
        super((location == null ? file : file + ", line " + line(location) + ", column " + column(location)) + ": "
                + explanation);
        this.location = location;
        this.explanation = explanation;
    }

    /** The message without the place. */
    public String explanation() {
        return explanation;
    }

    /** The line at fault, from 1; null if it is none in particular. */
    public @Nullable Integer line() {
        return location == null ? null : line(location);
    }

    /** The column at fault, from 1; null if it is none in particular. */
    public @Nullable Integer column() {
        return location == null ? null : column(location);
    }

    private static int line(Location location) {
        return location.getLine() + 1;
    }

    private static int column(Location location) {
        return location.getColumn() + 1;
    }
}
