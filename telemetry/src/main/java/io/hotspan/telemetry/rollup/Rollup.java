package io.hotspan.telemetry.rollup;

/**
 * How many spans alike started within ten seconds.
 *
 * @param startSeconds start of the ten seconds, in seconds since 1970 UTC
 * @param service name of the service; empty if the spans name none, {@link #OTHER} beyond the limit
 * @param operation the spans' name; {@link #OTHER} beyond the limit of operations
 * @param kind span kind as numbered by OTLP; {@link #UNKNOWN_KIND} if that is none
 * @param status status code as numbered by OTLP; {@link #UNKNOWN_STATUS} if that is none
 * @param root whether the spans have no parent
 * @param bucket their {@linkplain io.hotspan.telemetry.latency.LatencyBuckets latency bucket}
 * @param spans how many
 */
public record Rollup(
        long startSeconds,
        String service,
        String operation,
        int kind,
        int status,
        boolean root,
        int bucket,
        long spans) {

    /** Length of the time each rollup counts, in seconds. */
    public static final long STEP_SECONDS = 10;

    /** Stands for all operations of a service beyond the limit. */
    public static final String OTHER = "__other__";

    /** What is no kind of OTLP. */
    public static final int UNKNOWN_KIND = 6;

    /** What is no status of OTLP. */
    public static final int UNKNOWN_STATUS = 3;

    /** Whether the spans are counted under a name that stands for others. */
    public boolean isFolded() {
        return service.equals(OTHER) || operation.equals(OTHER);
    }
}
