package io.hotspan.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.TraceId;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TraceSplitterTest {

    @Provide
    Arbitrary<TracesData> batches() {
        return OtlpMessages.splittableTraces();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void unionOfTheParts_isTheBatch(@ForAll("batches") TracesData batch) throws Exception {
        SplitBatch split = split(batch, Integer.MAX_VALUE);

        Map<TraceId, List<String>> seen = new LinkedHashMap<>();
        for (TracePart part : split.parts()) {
            List<String> spans = spans(TracesData.parseFrom(part.data())).values().stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(spans).hasSize(part.spans());
            assertThat(seen.put(part.traceId(), spans)).isNull();
        }
        assertThat(seen).containsExactlyEntriesOf(spans(batch));
        assertThat(split.tooLarge()).isZero();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void smallParts_holdEverySpanThatFitsInOrder(
            @ForAll("batches") TracesData batch, @ForAll @IntRange(min = 20, max = 600) int maxPartBytes)
            throws Exception {
        SplitBatch split = split(batch, maxPartBytes);

        Map<TraceId, List<String>> seen = new HashMap<>();
        for (TracePart part : split.parts()) {
            assertThat(part.data()).hasSizeLessThanOrEqualTo(maxPartBytes);
            spans(TracesData.parseFrom(part.data()))
                    .forEach((id, spans) ->
                            seen.computeIfAbsent(id, none -> new ArrayList<>()).addAll(spans));
        }
        Map<TraceId, List<String>> sent = spans(batch);
        seen.forEach((id, spans) -> assertThat(sent.get(id)).containsSubsequence(spans));
        int total = sent.values().stream().mapToInt(List::size).sum();
        assertThat(split.spans() + split.tooLarge()).isEqualTo(total);
    }

    @Test
    void spansTheGateRefuses_areLeftOut() throws Exception {
        TracesData batch = TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().setDroppedAttributesCount(7))
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(span(1, "keep"))
                                .addSpans(span(1, "drop"))
                                .addSpans(Span.newBuilder().setName("no id"))))
                .build();
        byte[] bytes = batch.toByteArray();

        SplitBatch split = new TraceSplitter(1000)
                .split(
                        bytes,
                        0,
                        bytes.length,
                        span -> span.hasTraceId() && span.name().toString().equals("keep"));

        assertThat(split.parts()).hasSize(1);
        TracesData part = TracesData.parseFrom(split.parts().getFirst().data());
        assertThat(part.getResourceSpans(0).getResource().getDroppedAttributesCount())
                .isEqualTo(7);
        assertThat(part.getResourceSpans(0).getScopeSpans(0).getSpansList()).containsExactly(span(1, "keep"));
    }

    private static SplitBatch split(TracesData batch, int maxPartBytes) throws MalformedOtlpException {
        byte[] bytes = batch.toByteArray();
        return new TraceSplitter(maxPartBytes).split(bytes, 0, bytes.length, SpanGate.WITH_TRACE_ID);
    }

    /** Every span with its surroundings as text, by trace in the order of the message. */
    private static Map<TraceId, List<String>> spans(TracesData message) {
        Map<TraceId, List<String>> traces = new LinkedHashMap<>();
        for (ResourceSpans resource : message.getResourceSpansList()) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                for (Span span : scope.getSpansList()) {
                    TraceId id = new TraceId(0, span.getTraceId().byteAt(15));
                    traces.computeIfAbsent(id, none -> new ArrayList<>()).add(SpanText.of(resource, scope, span));
                }
            }
        }
        return traces;
    }

    private static Span span(int trace, String name) {
        byte[] id = new byte[16];
        id[15] = (byte) trace;
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(id))
                .setName(name)
                .build();
    }
}
