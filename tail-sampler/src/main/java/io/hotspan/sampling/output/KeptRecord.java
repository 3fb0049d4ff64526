package io.hotspan.sampling.output;

import io.hotspan.sampling.ingest.TraceIdHex;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.wire.ProtoWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The next output record: the spans of one kept trace that weigh alike, from however many input records. OTLP messages
 * joined end to end are one message.
 */
final class KeptRecord {

    /** Input records are joined up to this size; a larger one leaves as it came. */
    private static final int MAX_JOINED_BYTES = 256 * 1024;

    private final ProtoWriter message = new ProtoWriter(16 * 1024);

    private @Nullable Decision decision;
    private long threshold;
    private long timestampMillis;

    /** Whether so many bytes more of the decision's trace may be appended. */
    boolean takes(Decision next, long nextThreshold, int size) {
        Decision current = decision;
        return current != null
                && current.high() == next.high()
                && current.low() == next.low()
                && current.ruling().equals(next.ruling())
                && threshold == nextThreshold
                && message.length() + size <= MAX_JOINED_BYTES;
    }

    /** Begins an empty record of the decision's trace. */
    void begin(Decision next, long nextThreshold, long nextTimestampMillis) {
        message.clear();
        decision = next;
        threshold = nextThreshold;
        timestampMillis = nextTimestampMillis;
    }

    void clear() {
        message.clear();
        decision = null;
    }

    boolean isEmpty() {
        return message.length() == 0;
    }

    /** The OTLP message so far. */
    ProtoWriter message() {
        return message;
    }

    byte[] key() {
        Decision current = current();
        return TraceIdHex.encode(current.high(), current.low());
    }

    Ruling ruling() {
        return current().ruling();
    }

    long threshold() {
        return threshold;
    }

    /** Time of the first input record, milliseconds since 1970 UTC. */
    long timestampMillis() {
        return timestampMillis;
    }

    private Decision current() {
        return Objects.requireNonNull(decision, "no record was begun");
    }
}
