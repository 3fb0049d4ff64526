package io.hotspan.sampling.probability;

import static io.hotspan.sampling.testing.Traces.data;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.wire.ProtoWriter;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdStampTest {

    private static final TraceId TRACE = new TraceId(1, 0xC0_0000_0000_0000L);
    private static final long RANDOMNESS = 0xC0_0000_0000_0000L;
    private static final long HALF = 1L << 55;

    private final ThresholdStamp stamp = new ThresholdStamp();

    @Test
    void spansWithoutTraceState_getTheThreshold() throws Exception {
        TracesData before = data(span(TRACE, 1), span(TRACE, 2));

        assertThat(stamped(before, HALF, Threshold.ABSENT))
                .containsExactly(Map.entry(HALF, mapped(before, state -> "ot=th:8")));
    }

    @Test
    void certainty_isWrittenAsZero() throws Exception {
        assertThat(stamped(data(state("a=b")), Threshold.ALWAYS, Threshold.ABSENT))
                .containsExactly(Map.entry(0L, data(state("ot=th:0,a=b"))));
    }

    @Test
    void spanSampledHarderBefore_keepsItsThresholdAndWeight() throws Exception {
        assertThat(stamped(data(state("ot=th:c"), state(""), state("ot=th:4")), HALF, Threshold.ABSENT))
                .containsExactly(
                        Map.entry(HALF, data(state("ot=th:8"), state("ot=th:8"))),
                        Map.entry(0xC0_0000_0000_0000L, data(state("ot=th:c"))));
    }

    /** What protobuf says may not repeat takes its last value, and so must its reader of what is left of it. */
    @Test
    void traceStateThatRepeats_isStampedAsItsLastValue() throws Exception {
        assertThat(stamped(repeated("ot=th:1", "a=b"), HALF, Threshold.ABSENT))
                .containsExactly(Map.entry(HALF, data(state("ot=th:8,a=b"))));
        assertThat(stamped(repeated("a=b", "ot=th:d"), HALF, Threshold.ABSENT))
                .containsExactly(Map.entry(HALF, data(state(""))));
    }

    @Test
    void thresholdThatContradictsTheRandomness_isErased() throws Exception {
        assertThat(stamped(data(state("ot=th:d;xy:1")), HALF, Threshold.ABSENT))
                .containsExactly(Map.entry(HALF, data(state("ot=xy:1"))));
    }

    @Test
    void explicitRandomness_isWrittenToEverySpan() throws Exception {
        assertThat(stamped(data(state(""), state("ot=rv:c0000000000000")), HALF, RANDOMNESS))
                .containsExactly(
                        Map.entry(HALF, data(state("ot=th:8;rv:c0000000000000"), state("ot=th:8;rv:c0000000000000"))));
    }

    @Property(tries = 200)
    void everythingButTheTraceState_staysAsItWas(
            @ForAll @IntRange(max = 4) int resources,
            @ForAll @IntRange(max = 4) int scopes,
            @ForAll @IntRange(max = 40) int spans)
            throws Exception {
        UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
                .addField(1000, UnknownFieldSet.Field.newBuilder().addFixed64(7).build())
                .build();
        TracesData.Builder before = TracesData.newBuilder().setUnknownFields(unknown);
        for (int r = 0; r < resources; r++) {
            ResourceSpans.Builder resource = ResourceSpans.newBuilder().setUnknownFields(unknown);
            for (int s = 0; s < scopes; s++) {
                ScopeSpans.Builder scope = ScopeSpans.newBuilder().setSchemaUrl("x".repeat(s * 60));
                for (int i = 0; i < spans; i++) {
                    scope.addSpans(state(i % 3 == 0 ? "v=" + "1".repeat(i) : "").toBuilder()
                            .setUnknownFields(unknown));
                }
                resource.addScopeSpans(scope);
            }
            before.addResourceSpans(resource);
        }
        Map<Long, TracesData> after = stamped(before.build(), HALF, Threshold.ABSENT);

        if (resources * scopes * spans == 0) {
            assertThat(after).isEmpty();
        } else {
            assertThat(after)
                    .containsExactly(Map.entry(
                            HALF, mapped(before.build(), state -> state.isEmpty() ? "ot=th:8" : "ot=th:8," + state)));
        }
    }

    private Map<Long, TracesData> stamped(TracesData before, long threshold, long explicit)
            throws InvalidProtocolBufferException {
        boolean hasTraceState = TracesData.parseFrom(before.toByteArray()).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .anyMatch(span -> !span.getTraceState().isEmpty());
        Map<Long, TracesData> after = stamped(before, threshold, new TraceContext(RANDOMNESS, explicit, hasTraceState));
        // Another record of the trace may have one.
        assertThat(stamped(before, threshold, new TraceContext(RANDOMNESS, explicit, true)))
                .isEqualTo(after);
        return after;
    }

    private Map<Long, TracesData> stamped(TracesData before, long threshold, TraceContext context)
            throws InvalidProtocolBufferException {
        Map<Long, ProtoWriter> messages = new LinkedHashMap<>();
        Map<Long, Integer> sizes = new LinkedHashMap<>();
        // In the middle of an array, as a buffered record lies.
        byte[] message = before.toByteArray();
        byte[] array = new byte[message.length + 20];
        Arrays.fill(array, (byte) 0xFF);
        System.arraycopy(message, 0, array, 7, message.length);
        stamp.stamp(array, 7, 7 + message.length, threshold, context, (th, size) -> {
            sizes.put(th, size);
            return messages.computeIfAbsent(th, _ -> new ProtoWriter(16));
        });
        Map<Long, TracesData> parsed = new LinkedHashMap<>();
        for (Map.Entry<Long, ProtoWriter> stamped : messages.entrySet()) {
            byte[] bytes = stamped.getValue().toByteArray();
            assertThat(sizes).containsEntry(stamped.getKey(), bytes.length);
            parsed.put(stamped.getKey(), TracesData.parseFrom(bytes));
        }
        return parsed;
    }

    /** One span that has two tracestates on the wire. */
    private static TracesData repeated(String first, String last) {
        TracesData.Builder data = data(state("")).toBuilder();
        ScopeSpans.Builder scope = data.getResourceSpansBuilder(0).getScopeSpansBuilder(0);
        ByteString span = state(first)
                .toByteString()
                .concat(Span.newBuilder().setTraceState(last).build().toByteString());
        scope.clearSpans()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                ScopeSpans.SPANS_FIELD_NUMBER,
                                UnknownFieldSet.Field.newBuilder()
                                        .addLengthDelimited(span)
                                        .build())
                        .build());
        return data.build();
    }

    private static Span state(String state) {
        return span(TRACE, 1, Duration.ofMillis(1), false, state);
    }

    private static TracesData mapped(TracesData data, UnaryOperator<String> change) {
        TracesData.Builder copy = data.toBuilder();
        copy.getResourceSpansBuilderList()
                .forEach(resource -> resource.getScopeSpansBuilderList()
                        .forEach(scope -> scope.getSpansBuilderList()
                                .forEach(span -> span.setTraceState(change.apply(span.getTraceState())))));
        return copy.build();
    }
}
