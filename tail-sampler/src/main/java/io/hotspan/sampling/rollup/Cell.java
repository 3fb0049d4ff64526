package io.hotspan.sampling.rollup;

import io.hotspan.telemetry.latency.LatencyBuckets;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.rollup.Rollup;

/** What a span counts towards, in one number, so that counting it allocates nothing. */
final class Cell {

    private static final long STEP_NANOS = Rollup.STEP_SECONDS * 1_000_000_000L;

    // From the lowest bit: time (30 bits last to the year 2310), bucket, root, status, kind, operation (20 bits).
    private static final int BUCKET = 30;
    private static final int ROOT = BUCKET + 8;
    private static final int STATUS = ROOT + 1;
    private static final int KIND = STATUS + 2;
    private static final int OPERATION = KIND + 3;

    private Cell() {}

    static long of(SpanView span, int operation) {
        // No store takes what starts after 2262; it counts towards the last ten seconds there are.
        long start = span.startNanos() < 0 ? Long.MAX_VALUE : span.startNanos();
        int bucket = LatencyBuckets.index(span.durationNanos()) - LatencyBuckets.MIN_INDEX;
        return (long) operation << OPERATION
                | (long) within(span.kind(), Rollup.UNKNOWN_KIND) << KIND
                | (long) within(span.statusCode(), Rollup.UNKNOWN_STATUS) << STATUS
                | (isRoot(span) ? 1L << ROOT : 0)
                | (long) bucket << BUCKET
                | start / STEP_NANOS;
    }

    static int operation(long cell) {
        return (int) (cell >>> OPERATION);
    }

    static long withOperation(long cell, int operation) {
        return (cell & (1L << OPERATION) - 1) | (long) operation << OPERATION;
    }

    static Rollup rollup(long cell, Operations operations, long spans) {
        int operation = operation(cell);
        return new Rollup(
                bits(cell, 0, BUCKET) * Rollup.STEP_SECONDS,
                operations.service(operation),
                operations.name(operation),
                (int) bits(cell, KIND, OPERATION),
                (int) bits(cell, STATUS, KIND),
                bits(cell, ROOT, STATUS) != 0,
                (int) bits(cell, BUCKET, ROOT) + LatencyBuckets.MIN_INDEX,
                spans);
    }

    private static long bits(long cell, int from, int to) {
        return (cell >>> from) & ((1L << (to - from)) - 1);
    }

    private static int within(int number, int end) {
        return number < 0 || number >= end ? end : number;
    }

    private static boolean isRoot(SpanView span) {
        return span.parentSpanId() == 0 && (span.parentSpanIdLength() == 0 || span.parentSpanIdLength() == Long.BYTES);
    }
}
