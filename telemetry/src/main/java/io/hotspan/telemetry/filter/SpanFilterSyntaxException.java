package io.hotspan.telemetry.filter;

/** A filter that cannot be understood, with the place to look at and, where there is one, the way to say it. */
public final class SpanFilterSyntaxException extends Exception {
    private final int column;
    private final String message;

    SpanFilterSyntaxException(int column, String message) {
        super(message);
        this.column = column;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Where in the filter's text the fault lies, in characters from 1. */
    public int column() {
        return column;
    }
}
