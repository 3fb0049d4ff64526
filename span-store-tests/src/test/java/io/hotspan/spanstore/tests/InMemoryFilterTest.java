package io.hotspan.spanstore.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanPredicate;
import io.hotspan.telemetry.filter.SpanPredicates;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Filters on OTLP bytes find the very spans that the store's contract has every store find. */
class InMemoryFilterTest {

    private static final String NO_ID = "0000000000000000";
    private static final List<TestSpan> SPANS = new RandomSpans(20_260)
            .spans(500).stream().map(InMemoryFilterTest::asOtlpHasIt).toList();
    private static final byte[] MESSAGE = message();

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void anyFilter_findsWhatItMeans(@ForAll("filters") SpanFilter filter) throws Exception {
        List<Long> expected = SPANS.stream()
                .filter(span -> NaiveFilter.matches(filter, span))
                .map(TestSpan::number)
                .toList();
        AttributeKeys keys = SpanPredicates.keys(List.of(filter));
        SpanPredicate predicate = SpanPredicates.compile(filter, keys);
        List<Long> found = new ArrayList<>();
        int[] seen = {0};
        new SpanScanner(keys).scan(MESSAGE, span -> {
            if (predicate.test(span)) {
                found.add(SPANS.get(seen[0]).number());
            }
            seen[0]++;
        });

        assertThat(found).as(filter.toString()).isEqualTo(expected);
    }

    @Provide
    Arbitrary<SpanFilter> filters() {
        return RandomFilters.filters();
    }

    /** On the wire an id of zeros is none. */
    private static TestSpan asOtlpHasIt(TestSpan span) {
        return span.parentId().equals(NO_ID) || span.number() == 0
                ? new TestSpan(
                        span.number() == 0 ? 1_000_000 : span.number(),
                        span.traceId(),
                        span.parentId().equals(NO_ID) ? "" : span.parentId(),
                        span.name(),
                        span.kind(),
                        span.status(),
                        span.statusMessage(),
                        span.startNanos(),
                        span.durationNanos(),
                        span.scopeName(),
                        span.scopeVersion(),
                        span.resource(),
                        span.attributes())
                : span;
    }

    private static byte[] message() {
        TracesData.Builder data = TracesData.newBuilder();
        for (TestSpan span : SPANS) {
            data.addResourceSpans(ResourceSpans.newBuilder()
                    .setResource(Resource.newBuilder().addAllAttributes(attributes(span.resource())))
                    .addScopeSpans(ScopeSpans.newBuilder()
                            .setScope(InstrumentationScope.newBuilder()
                                    .setName(span.scopeName())
                                    .setVersion(span.scopeVersion()))
                            .addSpans(span(span))));
        }
        return data.build().toByteArray();
    }

    private static Span span(TestSpan span) {
        return Span.newBuilder()
                .setTraceId(ByteString.fromHex(span.traceId()))
                .setSpanId(ByteString.fromHex(span.spanId()))
                .setParentSpanId(ByteString.fromHex(span.parentId()))
                .setName(span.name())
                .setKind(Span.SpanKind.valueOf("SPAN_KIND_" + span.kind()))
                .setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.valueOf("STATUS_CODE_" + span.status()))
                        .setMessage(span.statusMessage()))
                .setStartTimeUnixNano(span.startNanos())
                .setEndTimeUnixNano(span.startNanos() + span.durationNanos())
                .addAllAttributes(attributes(span.attributes()))
                .build();
    }

    private static List<KeyValue> attributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> KeyValue.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(AnyValue.newBuilder().setStringValue(entry.getValue()))
                        .build())
                .toList();
    }
}
