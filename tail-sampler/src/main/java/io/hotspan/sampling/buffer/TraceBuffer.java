package io.hotspan.sampling.buffer;

import io.hotspan.sampling.index.TraceTable;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.policy.Judge;
import io.hotspan.sampling.policy.TraceRecords;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The undecided traces of one partition, found by id, by age and by how long they have been quiet. Times must not run
 * backwards from call to call. Not thread-safe.
 */
public final class TraceBuffer {

    /** Sees the records of a trace in the order of offsets. */
    @FunctionalInterface
    public interface RecordVisitor {

        /** One record: its bytes within an array that is used again, and its own time. */
        void record(byte[] bytes, int offset, int length, long timestampMillis);
    }

    // Measured on a 64-bit JVM with compressed references: trace, addresses of two records, its table slots.
    static final int TRACE_OVERHEAD_BYTES = 120 + 32 + 16;

    private final TraceTable<BufferedTrace> traces;
    private final RecordStore records = new RecordStore(new Addresses());
    // By arrival: the head holds the lowest offset. By activity: the head has been quiet for longest.
    private @Nullable BufferedTrace oldest;
    private @Nullable BufferedTrace newest;
    private @Nullable BufferedTrace quietest;
    private @Nullable BufferedTrace liveliest;
    private long traceBytes;
    private long spans;

    public TraceBuffer(long seed) {
        traces = new TraceTable<>(seed);
    }

    /** The trace's spans so far, or null if none is undecided. */
    public @Nullable BufferedTrace find(long high, long low) {
        return traces.find(high, low);
    }

    /** Begins a trace that is not here yet, to be ruled on by this judge; its first record must follow. */
    public BufferedTrace begin(long high, long low, long offset, long now, Judge judge) {
        BufferedTrace trace = new BufferedTrace(high, low, offset, now, judge);
        trace.heapBytes = TRACE_OVERHEAD_BYTES;
        traceBytes += TRACE_OVERHEAD_BYTES;
        traces.put(trace);
        appendByArrival(trace);
        appendByActivity(trace);
        return trace;
    }

    /** Adds a copy of a record to its trace. */
    public void append(BufferedTrace trace, InputRecord record, long timestampMillis, long now) {
        unlinkByActivity(trace);
        appendByActivity(trace);
        trace.lastSeenMillis = now;
        int growth = trace.add(records.add(record, timestampMillis, trace.records()));
        trace.observe(record);
        trace.heapBytes += growth;
        traceBytes += growth;
        spans += record.spans();
    }

    /** Shows a trace's records. */
    public void visit(BufferedTrace trace, RecordVisitor visitor) {
        for (int i = 0; i < trace.records(); i++) {
            long address = trace.record(i);
            visitor.record(
                    records.bytes(address),
                    records.offset(address),
                    records.length(address),
                    records.timestampMillis(address));
        }
    }

    /** Shows the bytes of a trace's records. */
    public void visit(BufferedTrace trace, TraceRecords.Visitor visitor) {
        visit(trace, (bytes, offset, length, _) -> visitor.record(bytes, offset, length));
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
        traceBytes -= trace.heapBytes;
        spans -= trace.spans();
        for (int i = 0; i < trace.records(); i++) {
            records.release(trace.record(i));
        }
        records.compactIfSparse();
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
        return traceBytes + records.capacity();
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

    // A removed trace lets go of its neighbours: one that the collector had promoted would else keep all that came
    // after it alive until the next full collection.
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
        trace.earlier = null;
        trace.later = null;
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
        trace.quieter = null;
        trace.livelier = null;
    }

    private final class Addresses implements RecordStore.Owner {

        @Override
        public boolean has(long high, long low, int index, long address) {
            BufferedTrace trace = traces.find(high, low);
            return trace != null && index < trace.records() && trace.record(index) == address;
        }

        @Override
        public void moved(long high, long low, int index, long address) {
            Objects.requireNonNull(traces.find(high, low)).move(index, address);
        }
    }
}
