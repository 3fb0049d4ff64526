package io.hotspan.sampling.buffer;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.policy.Judge;
import io.hotspan.sampling.policy.TraceFacts;
import io.hotspan.sampling.probability.Randomness;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.telemetry.TraceKeyed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An undecided trace: where its records lie and what is known of their spans. */
public final class BufferedTrace implements TraceKeyed, TraceFacts {

    final long firstOffset;
    final long firstSeenMillis;
    long lastSeenMillis;
    int heapBytes;

    @Nullable
    BufferedTrace earlier;

    @Nullable
    BufferedTrace later;

    @Nullable
    BufferedTrace quieter;

    @Nullable
    BufferedTrace livelier;

    private long[] records = new long[2];
    private int recordCount;

    private final Judge judge;
    private final long high;
    private final long low;
    private int spans;
    private int errorSpans;
    private int wireBytes;
    private long startNanos = Long.MAX_VALUE;
    private long endNanos = Long.MIN_VALUE;
    private long explicitRandomness = Threshold.ABSENT;
    private boolean hasTraceState;

    BufferedTrace(long high, long low, long firstOffset, long firstSeenMillis, Judge judge) {
        this.high = high;
        this.low = low;
        this.firstOffset = firstOffset;
        this.firstSeenMillis = firstSeenMillis;
        this.judge = judge;
    }

    /** Returns by how many bytes the trace has grown. */
    int add(long address) {
        int growth = 0;
        if (recordCount == records.length) {
            growth = records.length * Long.BYTES;
            records = Arrays.copyOf(records, records.length * 2);
        }
        records[recordCount++] = address;
        return growth;
    }

    void move(int index, long address) {
        records[index] = address;
    }

    /** Takes note of the spans of one record. */
    void observe(InputRecord facts) {
        spans += facts.spans();
        errorSpans += facts.errorSpans();
        wireBytes = (int) Math.min(Integer.MAX_VALUE, (long) wireBytes + facts.length());
        startNanos = Math.min(startNanos, facts.startNanos());
        endNanos = Math.max(endNanos, facts.endNanos());
        if (explicitRandomness == Threshold.ABSENT) {
            explicitRandomness = facts.explicitRandomness();
        }
        hasTraceState |= facts.hasTraceState();
    }

    @Override
    public long high() {
        return high;
    }

    @Override
    public long low() {
        return low;
    }

    @Override
    public int spans() {
        return spans;
    }

    @Override
    public int errorSpans() {
        return errorSpans;
    }

    @Override
    public long durationNanos() {
        return endNanos > startNanos ? endNanos - startNanos : 0;
    }

    @Override
    public long bytes() {
        return wireBytes;
    }

    @Override
    public long randomness() {
        return Randomness.of(explicitRandomness, low);
    }

    /** Start of its earliest span, nanoseconds since 1970 UTC. */
    public long startNanos() {
        return startNanos;
    }

    /** What samplers before this one left in its spans. */
    public TraceContext context() {
        return TraceContext.of(low, explicitRandomness, hasTraceState);
    }

    /** Who rules on it: by the policies that were in force when it began. */
    public Judge judge() {
        return judge;
    }

    /** Offset of its first record. */
    public long firstOffset() {
        return firstOffset;
    }

    /** When its first record came, in record time, milliseconds since 1970 UTC. */
    public long firstSeenMillis() {
        return firstSeenMillis;
    }

    /** When its latest record came, in record time, milliseconds since 1970 UTC. */
    public long lastSeenMillis() {
        return lastSeenMillis;
    }

    /** Number of its records. */
    public int records() {
        return recordCount;
    }

    /** Where the record lies that came as the so-manieth, from 0. */
    long record(int index) {
        return records[index];
    }
}
