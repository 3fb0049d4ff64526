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
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpanScannerTest {

    private final SpanScanner scanner = new SpanScanner(SpanText.KEYS);

    @Provide
    Arbitrary<TracesData> messages() {
        return OtlpMessages.tracesData();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void anyMessage_readsAsTheGeneratedClassesDo(@ForAll("messages") TracesData message) throws Exception {
        byte[] bytes = message.toByteArray();
        new OtlpValidator().validate(bytes, 0, bytes.length);

        assertThat(read(bytes)).isEqualTo(expected(message));
    }

    /** Resources seen before are not read again; the other array shows that nothing of the first is looked at. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void messagesOneAfterTheOther_readAsEachAlone(
            @ForAll("messages") TracesData first, @ForAll("messages") TracesData second) throws Exception {
        for (TracesData message : List.of(first, second, first, second)) {
            byte[] bytes = message.toByteArray();
            assertThat(read(bytes)).isEqualTo(expected(message));
            Arrays.fill(bytes, (byte) 0xFF);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void messageWithinALargerArray_isReadWithinItsBounds(@ForAll("messages") TracesData message) throws Exception {
        byte[] bytes = message.toByteArray();
        byte[] larger = new byte[bytes.length + 20];
        Arrays.fill(larger, (byte) 0x0A);
        System.arraycopy(bytes, 0, larger, 7, bytes.length);

        List<String> seen = new ArrayList<>();
        scanner.scan(larger, 7, bytes.length, view -> seen.add(SpanText.of(view)));

        assertThat(seen).isEqualTo(expected(message));
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void mutatedMessage_isRefusedOrReadByTheGeneratedParser(@ForAll("messages") TracesData message, @ForAll long seed)
            throws Exception {
        byte[] bytes = mutate(message.toByteArray(), new Random(seed));
        boolean scanned;
        try {
            scanner.scan(bytes, view -> assertThat(SpanText.of(view)).isNotNull());
            scanned = true;
        } catch (MalformedOtlpException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            scanned = false;
        }
        boolean valid;
        try {
            new OtlpValidator().validate(bytes, 0, bytes.length);
            valid = true;
        } catch (MalformedOtlpException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            valid = false;
        }
        if (valid) {
            assertThat(TracesData.parseFrom(bytes)).isNotNull();
            assertThat(scanned).isTrue();
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void truncatedMessage_isRefusedOrReadByTheGeneratedParser(@ForAll("messages") TracesData message) throws Exception {
        byte[] bytes = message.toByteArray();
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 50) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                new OtlpValidator().validate(cut, 0, length);
            } catch (MalformedOtlpException e) {
                continue;
            }
            assertThat(read(cut)).isEqualTo(expected(TracesData.parseFrom(cut)));
        }
    }

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

    private List<String> read(byte[] bytes) throws MalformedOtlpException {
        List<String> seen = new ArrayList<>();
        scanner.scan(bytes, view -> seen.add(SpanText.of(view)));
        return seen;
    }

    private static List<String> expected(TracesData message) {
        List<String> expected = new ArrayList<>();
        for (ResourceSpans resource : message.getResourceSpansList()) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> expected.add(SpanText.of(resource, scope, span)));
            }
        }
        return expected;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated =
                random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes.clone();
        for (int edits = 1 + random.nextInt(3); edits > 0 && mutated.length > 0; edits--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return mutated;
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
