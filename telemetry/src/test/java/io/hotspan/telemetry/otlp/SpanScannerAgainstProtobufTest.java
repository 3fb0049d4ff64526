package io.hotspan.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The generated classes of OpenTelemetry's protocol say what is right; nothing they would refuse may do harm. */
class SpanScannerAgainstProtobufTest {

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
}
