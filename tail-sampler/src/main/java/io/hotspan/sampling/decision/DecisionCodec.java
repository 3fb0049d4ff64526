package io.hotspan.sampling.decision;

import io.hotspan.telemetry.wire.ProtoReader;
import io.hotspan.telemetry.wire.ProtoWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Decisions as {@code decision.proto} has them: many in a record, for a record costs more than what it says. */
public final class DecisionCodec {

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int DECISIONS = 1;

    private static final int KEPT = 1;
    private static final int REASON = 2;
    private static final int POLICY = 3;
    private static final int THRESHOLD = 4;
    private static final int TRIGGER = 5;
    private static final int SPANS = 6;
    private static final int ERROR_SPANS = 7;
    private static final int DURATION_NANOS = 8;
    private static final int LATE_SPANS = 9;
    private static final int FIRST_OFFSET = 10;
    private static final int SETTLED_BELOW = 11;
    private static final int DECIDED_AT_MILLIS = 12;
    private static final int TRACE_ID = 13;

    private static final int TRACE_ID_BYTES = 16;

    private DecisionCodec() {}

    static void writeEntry(ProtoWriter out, ProtoWriter scratch, byte[] traceId, Decision decision) {
        BIG_ENDIAN.set(traceId, 0, decision.high());
        BIG_ENDIAN.set(traceId, Long.BYTES, decision.low());
        Ruling ruling = decision.ruling();
        scratch.clear();
        scratch.number(KEPT, ruling.kept() ? 1 : 0);
        scratch.text(REASON, ruling.reason());
        scratch.text(POLICY, ruling.policy());
        scratch.number(THRESHOLD, ruling.threshold());
        scratch.number(TRIGGER, decision.trigger().number());
        scratch.number(SPANS, decision.spans());
        scratch.number(ERROR_SPANS, decision.errorSpans());
        scratch.number(DURATION_NANOS, decision.durationNanos());
        scratch.number(LATE_SPANS, decision.lateSpans());
        scratch.number(FIRST_OFFSET, decision.firstOffset());
        scratch.number(SETTLED_BELOW, decision.settledBelow());
        scratch.number(DECIDED_AT_MILLIS, decision.decidedAtMillis());
        scratch.header(TRACE_ID, TRACE_ID_BYTES);
        scratch.copy(traceId, 0, TRACE_ID_BYTES);
        out.header(DECISIONS, scratch.length());
        out.append(scratch);
    }

    /**
     * Reads a record's value and hands out its decisions in order.
     *
     * @throws IllegalArgumentException if it is damaged; decisions before the damage have been handed out
     */
    public static void forEach(byte[] value, Consumer<Decision> sink) {
        ProtoReader in = new ProtoReader(value, 0, value.length);
        while (in.next()) {
            if (in.isLengthDelimited(DECISIONS)) {
                sink.accept(entry(value, in.valueStart(), in.valueEnd()));
            }
        }
    }

    private static Decision entry(byte[] value, int from, int to) {
        boolean kept = false;
        String reason = "";
        String policy = "";
        long high = 0;
        long low = 0;
        long[] numbers = new long[DECIDED_AT_MILLIS + 1];
        ProtoReader in = new ProtoReader(value, from, to);
        while (in.next()) {
            switch (in.field()) {
                case KEPT -> kept = in.number() != 0;
                case REASON -> reason = in.text();
                case POLICY -> policy = in.text();
                case TRACE_ID -> {
                    if (in.valueEnd() - in.valueStart() != TRACE_ID_BYTES) {
                        throw new IllegalArgumentException("a decision's trace id must have 16 bytes");
                    }
                    high = (long) BIG_ENDIAN.get(value, in.valueStart());
                    low = (long) BIG_ENDIAN.get(value, in.valueStart() + Long.BYTES);
                }
                default -> {
                    if (in.field() < numbers.length) {
                        numbers[in.field()] = in.number();
                    }
                }
            }
        }
        if ((high | low) == 0) {
            throw new IllegalArgumentException("a decision names no trace");
        }
        return new Decision(
                high,
                low,
                new Ruling(kept, reason, policy, numbers[THRESHOLD]),
                Trigger.of(numbers[TRIGGER]),
                (int) numbers[SPANS],
                (int) numbers[ERROR_SPANS],
                numbers[DURATION_NANOS],
                (int) numbers[LATE_SPANS],
                numbers[FIRST_OFFSET],
                numbers[SETTLED_BELOW],
                numbers[DECIDED_AT_MILLIS]);
    }
}
