package io.hotspan.sampling.ingest;

import io.hotspan.sampling.rollup.SpanCells;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of an input record, and what deciding needs to know of it.
 *
 * @param bytes the OTLP message is {@code length} of them from {@code offset} on
 * @param high first half of the spans' trace id
 * @param low second half of the spans' trace id
 * @param spans number of spans
 * @param errorSpans number of spans with status error
 * @param startNanos earliest start in nanoseconds since 1970 UTC; {@link Long#MAX_VALUE} if no span has one
 * @param endNanos latest end in nanoseconds since 1970 UTC; {@link Long#MIN_VALUE} if no span has one
 * @param explicitRandomness the spans' {@code rv}, or {@link io.hotspan.sampling.probability.Threshold#ABSENT}
 * @param hasTraceState whether any span has a {@code tracestate}
 * @param cells what each span counts towards, from {@code firstCell} on
 * @param firstCell index of the first span's cell
 * @param fault why no decision can be made about the record, for the reader of the dead-letter topic; null if it is
 *     sound
 */
@SuppressWarnings("ArrayRecordComponent") // A view of the array; nobody compares records.
public record InputRecord(
        byte[] bytes,
        int offset,
        int length,
        long high,
        long low,
        int spans,
        int errorSpans,
        long startNanos,
        long endNanos,
        long explicitRandomness,
        boolean hasTraceState,
        SpanCells cells,
        int firstCell,
        @Nullable String fault) {

    /** One whose bytes are its own and that counts towards nothing, to be kept for longer than its source. */
    public InputRecord copy() {
        return new InputRecord(
                Arrays.copyOfRange(bytes, offset, offset + length),
                0,
                length,
                high,
                low,
                spans,
                errorSpans,
                startNanos,
                endNanos,
                explicitRandomness,
                hasTraceState,
                SpanCells.NONE,
                0,
                fault);
    }

    /** A record that no decision can be made about. */
    static InputRecord faulty(byte[] bytes, int offset, int length, String fault) {
        return new InputRecord(bytes, offset, length, 0, 0, 0, 0, 0, 0, 0, false, SpanCells.NONE, 0, fault);
    }
}
