package io.hotspan.sampling.buffer;

import io.hotspan.sampling.index.TraceTable;
import org.jspecify.annotations.Nullable;

/**
 * The undecided traces of one partition, found by id, by age and by how long they have been quiet. Times must not run
 * backwards from call to call. Not thread-safe.
 */
public final class TraceBuffer {

    // Measured on a 64-bit JVM with compressed references: array header and record node; trace, its table slots.
    static final long RECORD_OVERHEAD_BYTES = 16 + 32;
    static final long TRACE_OVERHEAD_BYTES = 120 + 16;

    private final TraceTable<BufferedTrace> traces;
    // By arrival: the head holds the lowest offset. By activity: the head has been quiet for longest.
    private @Nullable BufferedTrace oldest;
    private @Nullable BufferedTrace newest;
    private @Nullable BufferedTrace quietest;
    private @Nullable BufferedTrace liveliest;
    private long bytes;
    private long spans;

    public TraceBuffer(long seed) {
        traces = new TraceTable<>(seed);
    }

    /** The trace's spans so far, or null if none is undecided. */
    public @Nullable BufferedTrace find(long high, long low) {
        return traces.find(high, low);
    }

    /** Begins a trace that is not here yet; its first record must follow. */
    public BufferedTrace begin(long high, long low, long offset, long now) {
        BufferedTrace trace = new BufferedTrace(high, low, offset, now);
        trace.bytes = TRACE_OVERHEAD_BYTES;
        bytes += TRACE_OVERHEAD_BYTES;
        traces.put(trace);
        appendByArrival(trace);
        appendByActivity(trace);
        return trace;
    }

    /** Adds a record to its trace. */
    public void append(BufferedTrace trace, long timestampMillis, byte[] value, SpanFacts facts, long now) {
        unlinkByActivity(trace);
        appendByActivity(trace);
        trace.lastSeenMillis = now;
        trace.append(new BufferedRecord(value, timestampMillis));
        trace.observe(facts);
        long size = value.length + RECORD_OVERHEAD_BYTES;
        trace.bytes += size;
        bytes += size;
        spans += facts.spans();
    }

    /** The trace whose first record has the lowest offset, or null if there is none. */
    public @Nullable BufferedTrace oldest() {
        return oldest;
    }

    /** The trace that has been quiet for longest, or null if there is none. */
    public @Nullable BufferedTrace quietest() {
        return quietest;
    }

    /** Takes a trace out. */
    public void remove(BufferedTrace trace) {
        traces.remove(trace.high(), trace.low());
        unlinkByArrival(trace);
        unlinkByActivity(trace);
        bytes -= trace.bytes;
        spans -= trace.spans();
    }

    /** Number of traces. */
    public int size() {
        return traces.size();
    }

    /** Number of spans in all traces. */
    public long spans() {
        return spans;
    }

    /** Estimated heap of all traces, in bytes. */
    public long bytes() {
        return bytes;
    }

    private void appendByArrival(BufferedTrace trace) {
        trace.earlier = newest;
        if (newest == null) {
            oldest = trace;
        } else {
            newest.later = trace;
        }
        newest = trace;
    }

    private void appendByActivity(BufferedTrace trace) {
        trace.quieter = liveliest;
        trace.livelier = null;
        if (liveliest == null) {
            quietest = trace;
        } else {
            liveliest.livelier = trace;
        }
        liveliest = trace;
    }

    private void unlinkByArrival(BufferedTrace trace) {
        if (trace.earlier == null) {
            oldest = trace.later;
        } else {
            trace.earlier.later = trace.later;
        }
        if (trace.later == null) {
            newest = trace.earlier;
        } else {
            trace.later.earlier = trace.earlier;
        }
    }

    private void unlinkByActivity(BufferedTrace trace) {
        if (trace.quieter == null) {
            quietest = trace.livelier;
        } else {
            trace.quieter.livelier = trace.livelier;
        }
        if (trace.livelier == null) {
            liveliest = trace.quieter;
        } else {
            trace.livelier.quieter = trace.quieter;
        }
    }
}
