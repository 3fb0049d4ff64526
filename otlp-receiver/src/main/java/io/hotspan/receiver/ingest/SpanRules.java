package io.hotspan.receiver.ingest;

import io.hotspan.telemetry.otlp.SpanGate;
import io.hotspan.telemetry.otlp.SpanView;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Admits the sound spans of one batch and counts the others by what is wrong with them. */
final class SpanRules implements SpanGate {

    private final long earliestNanos;
    private final long latestNanos;
    private int admitted;
    private Refusals refusals = Refusals.NONE;

    SpanRules(Instant earliest, Instant latest) {
        earliestNanos = nanos(earliest);
        latestNanos = nanos(latest);
    }

    @Override
    public boolean admits(SpanView span) {
        @Nullable RefusalReason reason = reasonAgainst(span);
        if (reason != null) {
            refusals = refusals.plus(reason, 1);
            return false;
        }
        admitted++;
        return true;
    }

    /** Spans admitted so far. */
    int admitted() {
        return admitted;
    }

    Refusals refusals() {
        return refusals;
    }

    private @Nullable RefusalReason reasonAgainst(SpanView span) {
        if (!span.hasTraceId()) {
            return RefusalReason.TRACE_ID;
        }
        if (span.spanId() == 0) {
            return RefusalReason.SPAN_ID;
        }
        // Eight zero bytes are how some SDKs write "no parent".
        if (span.parentSpanIdLength() != 0 && span.parentSpanIdLength() != Long.BYTES) {
            return RefusalReason.PARENT_SPAN_ID;
        }
        if (isAbsurd(span.startNanos())) {
            return RefusalReason.START_TIME;
        }
        // An end before the start is a clock set back: kept, as a duration of zero.
        return isAbsurd(span.endNanos()) ? RefusalReason.END_TIME : null;
    }

    private boolean isAbsurd(long nanos) {
        return nanos < earliestNanos || nanos > latestNanos;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(TimeUnit.SECONDS.toNanos(instant.getEpochSecond()), instant.getNano());
    }
}
