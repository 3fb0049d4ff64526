package io.hotspan.sampling.decision;

import io.hotspan.sampling.wire.ProtoReader;
import io.hotspan.sampling.wire.ProtoWriter;

/** A decision as {@code decision.proto} has it; the trace id is the record's key. */
public final class DecisionCodec {

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

    private static final int USUAL_SIZE = 96;

    private DecisionCodec() {}

    /** The record's value. */
    public static byte[] encode(Decision decision) {
        ProtoWriter out = new ProtoWriter(USUAL_SIZE);
        Ruling ruling = decision.ruling();
        out.number(KEPT, ruling.kept() ? 1 : 0);
        out.text(REASON, ruling.reason());
        out.text(POLICY, ruling.policy());
        out.number(THRESHOLD, ruling.threshold());
        out.number(TRIGGER, decision.trigger().number());
        out.number(SPANS, decision.spans());
        out.number(ERROR_SPANS, decision.errorSpans());
        out.number(DURATION_NANOS, decision.durationNanos());
        out.number(LATE_SPANS, decision.lateSpans());
        out.number(FIRST_OFFSET, decision.firstOffset());
        out.number(SETTLED_BELOW, decision.settledBelow());
        out.number(DECIDED_AT_MILLIS, decision.decidedAtMillis());
        return out.toByteArray();
    }

    /**
     * Reads a record's value.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    public static Decision decode(long high, long low, byte[] value) {
        boolean kept = false;
        String reason = "";
        String policy = "";
        long[] numbers = new long[DECIDED_AT_MILLIS + 1];
        ProtoReader in = new ProtoReader(value, 0, value.length);
        while (in.next()) {
            switch (in.field()) {
                case KEPT -> kept = in.number() != 0;
                case REASON -> reason = in.text();
                case POLICY -> policy = in.text();
                default -> {
                    if (in.field() < numbers.length) {
                        numbers[in.field()] = in.number();
                    }
                }
            }
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
