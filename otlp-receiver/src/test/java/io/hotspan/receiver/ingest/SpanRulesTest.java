package io.hotspan.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanRulesTest {

    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2030-01-01T00:00:00Z");
    private static final long GOOD_TIME = nanos(Instant.parse("2025-06-01T00:00:00Z"));

    private final SpanRules rules = new SpanRules(EARLIEST, LATEST);

    @Test
    void soundSpans_areAdmitted() throws MalformedOtlpException {
        assertThat(admits(good())).isTrue();
        assertThat(admits(good().setParentSpanId(ByteString.copyFrom(new byte[8]))))
                .as("zeros for no parent")
                .isTrue();
        assertThat(admits(good().setEndTimeUnixNano(GOOD_TIME - 5)))
                .as("a clock set back")
                .isTrue();
        assertThat(admits(good().setStartTimeUnixNano(nanos(EARLIEST)).setEndTimeUnixNano(nanos(LATEST))))
                .isTrue();
        assertThat(rules.admitted()).isEqualTo(4);
        assertThat(rules.refusals()).isEqualTo(Refusals.NONE);
    }

    @Test
    void eachFault_hasItsReason() throws MalformedOtlpException {
        assertThat(admits(good().setTraceId(ByteString.EMPTY))).isFalse();
        assertThat(admits(good().setTraceId(ByteString.copyFrom(new byte[16])))).isFalse();
        assertThat(admits(good().setTraceId(ByteString.copyFromUtf8("x".repeat(17)))))
                .isFalse();
        assertThat(admits(good().setSpanId(ByteString.copyFrom(new byte[8])))).isFalse();
        assertThat(admits(good().setSpanId(ByteString.copyFromUtf8("short")))).isFalse();
        assertThat(admits(good().setParentSpanId(ByteString.copyFromUtf8("short"))))
                .isFalse();
        assertThat(admits(good().setStartTimeUnixNano(0))).isFalse();
        assertThat(admits(good().setStartTimeUnixNano(nanos(EARLIEST) - 1))).isFalse();
        assertThat(admits(good().setEndTimeUnixNano(nanos(LATEST) + 1))).isFalse();
        assertThat(admits(good().setEndTimeUnixNano(-1))).as("unsigned").isFalse();

        assertThat(rules.refusals().counts())
                .isEqualTo(Map.of(
                        RefusalReason.TRACE_ID, 3,
                        RefusalReason.SPAN_ID, 2,
                        RefusalReason.PARENT_SPAN_ID, 1,
                        RefusalReason.START_TIME, 2,
                        RefusalReason.END_TIME, 2));
        assertThat(rules.refusals().total()).isEqualTo(10);
        assertThat(rules.refusals().message()).startsWith("10 spans refused: 3 because the trace id is not 16 bytes");
    }

    private boolean admits(Span.Builder span) throws MalformedOtlpException {
        boolean[] admitted = new boolean[1];
        new SpanScanner(AttributeKeys.NONE)
                .scan(
                        TracesData.newBuilder()
                                .addResourceSpans(ResourceSpans.newBuilder()
                                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                                .build()
                                .toByteArray(),
                        view -> admitted[0] = rules.admits(view));
        return admitted[0];
    }

    private static Span.Builder good() {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFromUtf8("sixteen bytes id"))
                .setSpanId(ByteString.copyFromUtf8("eightbyt"))
                .setStartTimeUnixNano(GOOD_TIME)
                .setEndTimeUnixNano(GOOD_TIME + 1);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L;
    }
}
