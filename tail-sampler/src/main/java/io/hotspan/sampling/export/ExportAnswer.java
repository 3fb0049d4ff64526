package io.hotspan.sampling.export;

/** What the endpoint said of a request, for good. */
sealed interface ExportAnswer {

    /**
     * It took the spans, but for so many.
     *
     * @param message why not those, or a warning; empty if there is none
     */
    record Accepted(long rejectedSpans, String message) implements ExportAnswer {}

    /** It will never take them. */
    record Refused(String reason) implements ExportAnswer {}
}
