package io.hotspan.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.sun.management.ThreadMXBean;
import io.hotspan.telemetry.TraceId;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanScannerTest {

    private final SpanScanner scanner = new SpanScanner(SpanText.KEYS);

    @Test
    void resourceAndScopeAfterTheirSpans_stillApply() throws Exception {
        byte[] scope = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("lib"))
                .build()
                .toByteArray();
        byte[] scopeSpans = join(nested(2, new byte[0]), scope);
        byte[] resource = ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(text("service.name", "cart")))
                .build()
                .toByteArray();
        byte[] message = nested(1, join(nested(2, scopeSpans), resource));

        List<String> seen = new ArrayList<>();
        scanner.scan(
                message,
                view -> seen.add(view.scopeName() + " "
                        + view.resourceAttribute(SpanText.KEYS.resourceIndex("service.name"))
                                .text()));

        assertThat(seen).containsExactly("lib cart");
    }

    @Test
    void repeatedFields_takeTheirLastValue() throws Exception {
        byte[] span = join(
                Span.newBuilder()
                        .setName("first")
                        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                        .build()
                        .toByteArray(),
                Span.newBuilder()
                        .setName("last")
                        .addAttributes(text("x", "1"))
                        .addAttributes(text("x", "2"))
                        .build()
                        .toByteArray());
        byte[] bytes = nested(1, nested(2, nested(2, span)));

        List<String> seen = new ArrayList<>();
        scanner.scan(
                bytes,
                view -> seen.add(view.name() + " " + view.kind() + " "
                        + view.spanAttribute(SpanText.KEYS.spanIndex("x")).text()));

        assertThat(seen).containsExactly("last 2 2");
    }

    @Test
    void deepNesting_isRefusedWithoutOverflow() {
        AnyValue value = AnyValue.newBuilder().setBoolValue(true).build();
        for (int i = 0; i < 60; i++) {
            value = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(value))
                    .build();
        }
        byte[] bytes = withSpan(Span.newBuilder()
                        .addAttributes(KeyValue.newBuilder().setKey("x").setValue(value))
                        .build())
                .toByteArray();

        assertThatExceptionOfType(MalformedOtlpException.class)
                .isThrownBy(() -> new OtlpValidator().validate(bytes, 0, bytes.length))
                .withMessageContaining("nested deeper than 100");
    }

    @Test
    void unknownGroups_areSteppedOverUpToTheDepthLimit() throws Exception {
        byte[] shallow = {0x7B, 0x08, 0x01, 0x7C};
        scanner.scan(shallow, view -> {});
        new OtlpValidator().validate(shallow, 0, shallow.length);

        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x7B);
        assertThatExceptionOfType(MalformedOtlpException.class).isThrownBy(() -> scanner.scan(deep, view -> {}));
        assertThatExceptionOfType(MalformedOtlpException.class)
                .isThrownBy(() -> new OtlpValidator().validate(deep, 0, deep.length));
    }

    @Test
    void ids_readBigEndianAsTheirHexadecimalText() throws Exception {
        byte[] id = new byte[16];
        for (int i = 0; i < id.length; i++) {
            id[i] = (byte) (0xA0 + i);
        }
        byte[] bytes = withSpan(
                        Span.newBuilder().setTraceId(ByteString.copyFrom(id)).build())
                .toByteArray();
        List<TraceId> seen = new ArrayList<>();

        scanner.scan(bytes, view -> seen.add(view.traceId()));

        assertThat(seen).containsExactly(TraceId.parse("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"));
    }

    @Test
    void scanning_allocatesNothingPerSpan() throws Exception {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (int i = 0; i < 5_000; i++) {
            scope.addSpans(Span.newBuilder().setName("GET /cart").addAttributes(text("http.route", "/cart")));
        }
        byte[] bytes = TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
                .build()
                .toByteArray();
        long[] found = new long[1];
        int route = SpanText.KEYS.spanIndex("http.route");
        SpanVisitor visitor =
                view -> found[0] += view.spanAttribute(route).text().length();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        scanner.scan(bytes, visitor);

        long before = threads.getCurrentThreadAllocatedBytes();
        scanner.scan(bytes, visitor);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(found[0]).isEqualTo(2 * 5_000 * 5);
        assertThat(allocated).as("bytes for 5,000 spans").isLessThan(5_000);
    }

    @Test
    void durations_neverTurnNegative() throws Exception {
        assertThat(duration(20, 10)).isZero();
        assertThat(duration(10, 30)).isEqualTo(20);
        assertThat(duration(0, -1)).isEqualTo(Long.MAX_VALUE);
        assertThat(duration(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(1);
    }

    private long duration(long start, long end) throws MalformedOtlpException {
        long[] duration = new long[1];
        byte[] bytes = withSpan(Span.newBuilder()
                        .setStartTimeUnixNano(start)
                        .setEndTimeUnixNano(end)
                        .build())
                .toByteArray();
        scanner.scan(bytes, view -> duration[0] = view.durationNanos());
        return duration[0];
    }

    private static TracesData withSpan(Span span) {
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static byte[] nested(int field, byte[] message) {
        return join(new byte[] {(byte) (field << 3 | 2), (byte) message.length}, message);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
