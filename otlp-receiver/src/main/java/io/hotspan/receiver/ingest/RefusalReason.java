package io.hotspan.receiver.ingest;

/** Why a span was not taken. */
public enum RefusalReason {
    TRACE_ID("trace_id", "trace id is not 16 bytes other than zero (in JSON: 32 hexadecimal digits)"),
    SPAN_ID("span_id", "span id is not 8 bytes other than zero (in JSON: 16 hexadecimal digits)"),
    PARENT_SPAN_ID("parent_span_id", "parent span id is neither absent nor 8 bytes (in JSON: 16 hexadecimal digits)"),
    START_TIME("start_time", "start time is missing, too old or in the future"),
    END_TIME("end_time", "end time is missing, too old or in the future"),
    TOO_LARGE("too_large", "span with its resource is larger than a Kafka record may be"),
    UNAVAILABLE("unavailable", "span was not confirmed by Kafka in time");

    private final String tag;
    private final String description;

    RefusalReason(String tag, String description) {
        this.tag = tag;
        this.description = description;
    }

    /** Value of the metric's {@code reason} tag. */
    public String tag() {
        return tag;
    }

    /** For a person who reads it in an answer or a log. */
    public String description() {
        return description;
    }
}
