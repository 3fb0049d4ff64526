package io.hotspan.sampling.probability;

import io.hotspan.telemetry.wire.ProtoReader;
import io.hotspan.telemetry.wire.ProtoWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sampler's threshold into the {@code tracestate} of every span of a message, as an equalizing downstream
 * sampler: a span that came with a higher threshold keeps it, one whose threshold contradicts its randomness loses it.
 * Everything else is copied byte for byte. Not thread-safe.
 */
public final class ThresholdStamp {

    /** Takes the stamped messages. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Called once a distinct threshold among the spans.
         *
         * @param threshold of which the spans' weight is the adjusted count
         * @param size of the message with the spans of this threshold, in bytes
         * @return where to append that message
         */
        ProtoWriter begin(long threshold, int size);
    }

    // Field numbers of the child to descend into: TracesData, ResourceSpans, ScopeSpans.
    private static final int[] CHILD = {1, 2, 2};
    private static final int SPAN_LEVEL = CHILD.length;
    private static final int TRACE_STATE = 3;
    private static final int LEFT_OUT = -1;
    private static final byte[] EMPTY = {};
    private static final int MIN_COPY_BYTES = 64 * 1024;

    private final OtelTraceState incoming = new OtelTraceState();

    // Sizes of nested messages in the order they are met, so that writing knows each length before its content.
    private int[] sizes = new int[16];
    private int sizeCount;

    // Of each span of this round: what to write, and which bytes that replaces.
    private byte[][] traceStates = new byte[16][];
    private int[] cutFrom = new int[16];
    private int[] cutTo = new int[16];
    private int spanCount;

    private byte[] message = EMPTY;
    private byte[] copy = EMPTY;
    private long ruled;
    private TraceContext context = TraceContext.of(0, Threshold.ABSENT, false);
    private long target;
    private long next;

    // The stamp of spans that came without a tracestate, which is nearly all of them.
    private long plainFor = Threshold.ABSENT;
    private byte[] plain = EMPTY;

    /**
     * Stamps a message of one trace, which lies in the array between the two places.
     *
     * @param threshold the one the trace was kept by
     * @param context what was compared with it, and came with the spans
     */
    public void stamp(byte[] bytes, int from, int to, long threshold, TraceContext context, Sink sink) {
        int length = to - from;
        if (copy.length < length) {
            copy = new byte[Math.max(length, MIN_COPY_BYTES)];
        }
        // The bytes have mostly left the processor's cache. A copy fetches them at full speed; walking their fields
        // would wait for memory at each of them. Half the time of a stamp.
        System.arraycopy(bytes, from, copy, 0, length);
        this.message = copy;
        this.ruled = threshold;
        this.context = context;
        long current = threshold;
        // Usually one round. Thresholds above the ruled one are met in rising order, each exactly once.
        while (current != Threshold.NEVER) {
            target = current;
            next = Threshold.NEVER;
            sizeCount = 0;
            spanCount = 0;
            int size = measure(0, 0, length);
            if (spanCount > 0) {
                sizeCount = 0;
                spanCount = 0;
                write(sink.begin(current, size), 0, 0, length);
            }
            current = next;
        }
    }

    private int measure(int level, int from, int to) {
        ProtoReader fields = new ProtoReader(message, from, to);
        int size = 0;
        while (fields.next()) {
            if (fields.isLengthDelimited(CHILD[level])) {
                int slot = newSlot();
                int child = level + 1 == SPAN_LEVEL
                        ? measureSpan(fields.valueStart(), fields.valueEnd())
                        : measure(level + 1, fields.valueStart(), fields.valueEnd());
                sizes[slot] = child;
                size += child == LEFT_OUT ? 0 : ProtoWriter.sizeOfField(CHILD[level], child);
            } else {
                size += fields.valueEnd() - fields.fieldStart();
            }
        }
        return size;
    }

    private int measureSpan(int from, int to) {
        int start = from;
        int end = from;
        int stateFrom = from;
        int stateTo = from;
        // Whoever read the record has met none; looking for one again would take as long as reading it did.
        ProtoReader fields = new ProtoReader(message, from, context.hasTraceState() ? to : from);
        while (fields.next()) {
            if (fields.isLengthDelimited(TRACE_STATE)) {
                start = fields.fieldStart();
                end = fields.valueEnd();
                stateFrom = fields.valueStart();
                stateTo = end;
            }
        }
        byte[] state = outgoing(stateFrom, stateTo - stateFrom);
        if (state == null) {
            return LEFT_OUT;
        }
        if (spanCount == traceStates.length) {
            traceStates = Arrays.copyOf(traceStates, spanCount * 2);
            cutFrom = Arrays.copyOf(cutFrom, spanCount * 2);
            cutTo = Arrays.copyOf(cutTo, spanCount * 2);
        }
        traceStates[spanCount] = state;
        cutFrom[spanCount] = start;
        cutTo[spanCount++] = end;
        return to - from - (end - start) + ProtoWriter.sizeOfField(TRACE_STATE, state.length);
    }

    /** The span's new trace state, or null if its threshold is not this round's. */
    private byte @Nullable [] outgoing(int offset, int length) {
        if (length == 0) {
            return ruled == target ? plain() : null;
        }
        incoming.read(message, offset, length);
        long came = incoming.threshold();
        boolean contradicts = came > context.randomness();
        long effective = contradicts ? ruled : Math.max(came, ruled);
        if (effective != target) {
            if (effective > target) {
                next = Math.min(next, effective);
            }
            return null;
        }
        return OtelTraceState.with(
                message, offset, length, contradicts ? Threshold.ABSENT : effective, context.explicitRandomness());
    }

    private byte[] plain() {
        if (context.explicitRandomness() != Threshold.ABSENT) {
            return OtelTraceState.with(EMPTY, 0, 0, ruled, context.explicitRandomness());
        }
        if (plainFor != ruled) {
            plain = OtelTraceState.with(EMPTY, 0, 0, ruled, Threshold.ABSENT);
            plainFor = ruled;
        }
        return plain;
    }

    private void write(ProtoWriter out, int level, int from, int to) {
        ProtoReader fields = new ProtoReader(message, from, to);
        while (fields.next()) {
            if (!fields.isLengthDelimited(CHILD[level])) {
                out.copy(message, fields.fieldStart(), fields.valueEnd() - fields.fieldStart());
                continue;
            }
            int size = sizes[sizeCount++];
            if (size == LEFT_OUT) {
                continue;
            }
            out.header(CHILD[level], size);
            if (level + 1 == SPAN_LEVEL) {
                writeSpan(out, fields.valueStart(), fields.valueEnd());
            } else {
                write(out, level + 1, fields.valueStart(), fields.valueEnd());
            }
        }
    }

    // At the end and even if empty, where it overrules any tracestate that a sender wrote more than once.
    private void writeSpan(ProtoWriter out, int from, int to) {
        out.copy(message, from, cutFrom[spanCount] - from);
        out.copy(message, cutTo[spanCount], to - cutTo[spanCount]);
        byte[] state = traceStates[spanCount++];
        out.header(TRACE_STATE, state.length);
        out.copy(state, 0, state.length);
    }

    private int newSlot() {
        if (sizeCount == sizes.length) {
            sizes = Arrays.copyOf(sizes, sizeCount * 2);
        }
        return sizeCount++;
    }
}
