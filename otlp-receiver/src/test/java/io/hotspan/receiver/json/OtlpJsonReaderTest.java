package io.hotspan.receiver.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OtlpJsonReaderTest {

    @Property(tries = 300)
    void anyMessage_isReadAsItsProtobuf(@ForAll long seed) throws Exception {
        ExportTraceServiceRequest message = new RandomMessages(new Random(seed)).request();
        byte[] json = JsonMapper.shared().writeValueAsBytes(toJson(message));

        assertThat(read(json)).isEqualTo(message);
    }

    @Property(tries = 1000)
    void mutatedJson_isReadOrRefused(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        byte[] json = JsonMapper.shared().writeValueAsBytes(toJson(new RandomMessages(random).request()));
        byte[] mutated = random.nextBoolean() ? Arrays.copyOf(json, random.nextInt(json.length)) : json;
        for (int i = 0; i < 2 && mutated.length > 0; i++) {
            mutated[random.nextInt(mutated.length)] = (byte) "{}[]\":,0a\\ \n\u00ff".charAt(random.nextInt(13));
        }
        try {
            assertThat(read(mutated)).isNotNull();
        } catch (MalformedJsonException e) {
            assertThat(e).hasMessageContaining("line");
        }
    }

    @Test
    void numbers_mayBeTextsOrNumbers() throws Exception {
        Span span = span("""
                "startTimeUnixNano": "18446744073709551615", "endTimeUnixNano": 1544712661000000000, "flags": 257, "kind": 2,
                "droppedEventsCount": "4294967295", "attributes": [
                  {"key": "a", "value": {"intValue": "-9223372036854775808"}}, {"key": "b", "value": {"intValue": 1.0e3}},
                  {"key": "c", "value": {"doubleValue": "NaN"}}, {"key": "d", "value": {"doubleValue": 2}}]""");

        assertThat(span.getStartTimeUnixNano()).isEqualTo(-1);
        assertThat(span.getEndTimeUnixNano()).isEqualTo(1_544_712_661_000_000_000L);
        assertThat(span.getFlags()).isEqualTo(257);
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(span.getDroppedEventsCount()).isEqualTo(-1);
        assertThat(span.getAttributes(0).getValue().getIntValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(span.getAttributes(1).getValue().getIntValue()).isEqualTo(1_000);
        assertThat(span.getAttributes(2).getValue().getDoubleValue()).isNaN();
        assertThat(span.getAttributes(3).getValue().getDoubleValue()).isEqualTo(2);
    }

    @Test
    void integerBeyond64Bits_isKeptAsADouble() throws Exception {
        Span span = span("\"attributes\": [{\"key\": \"a\", \"value\": {\"intValue\": 1.5e+300}}]");

        assertThat(span.getAttributes(0).getValue().getDoubleValue()).isEqualTo(1.5e300);
    }

    @Test
    void ids_areHexadecimalOfEitherCase() throws Exception {
        Span span = span("\"traceId\": \"5B8EFFF798038103d269b633813fc60c\", \"spanId\": \"W47/95gDgQM=\"");

        assertThat(span.getTraceId())
                .isEqualTo(ByteString.copyFrom(HexFormat.of().parseHex("5b8efff798038103d269b633813fc60c")));
        assertThat(span.getSpanId()).as("base64 is no id").isEmpty();
    }

    @Test
    void unknownNamesAndNulls_areSteppedOver() throws Exception {
        Span span =
                span("\"trace_id\": 5, \"unknown\": {\"deep\": [{}, [1, null]]}, \"name\": \"n\", \"status\": null");

        assertThat(span).isEqualTo(Span.newBuilder().setName("n").build());
    }

    @Test
    void wrongTypes_nameThePlace() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> span("\"name\": \"x\", \"kind\": \"SPAN_KIND_SERVER\""))
                .withMessageContaining("the number of an enum value, not its name, was expected at line 1")
                .withMessageContaining("/resourceSpans/0/scopeSpans/0/spans/0/kind");
    }

    private static Span span(String fields) throws Exception {
        String json = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{" + fields + "}]}]}]}";
        return read(json.getBytes(UTF_8)).getResourceSpans(0).getScopeSpans(0).getSpans(0);
    }

    private static ExportTraceServiceRequest read(byte[] json) throws Exception {
        OtlpJsonReader.WireMessage wire = OtlpJsonReader.traceRequest(json, json.length);
        return ExportTraceServiceRequest.parseFrom(ByteString.copyFrom(wire.bytes(), 0, wire.length()));
    }

    /** The mapping written a second time, from the generated descriptors. */
    private static Map<String, Object> toJson(MessageOrBuilder message) {
        Map<String, Object> json = new TreeMap<>();
        message.getAllFields().forEach((field, value) -> {
            if (field.isRepeated()) {
                List<Object> values = new ArrayList<>();
                ((List<?>) value).forEach(one -> values.add(toJson(field, one)));
                json.put(field.getJsonName(), values);
            } else {
                json.put(field.getJsonName(), toJson(field, value));
            }
        });
        return json;
    }

    private static Object toJson(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case MESSAGE -> toJson((MessageOrBuilder) value);
            case ENUM -> ((EnumValueDescriptor) value).getNumber();
            case FIXED64 -> Long.toUnsignedString((Long) value);
            case FIXED32, UINT32 -> Integer.toUnsignedLong((Integer) value);
            case INT64 -> value.toString();
            case BYTES ->
                field.getName().endsWith("_id")
                        ? HexFormat.of().formatHex(((ByteString) value).toByteArray())
                        : Base64.getEncoder().encodeToString(((ByteString) value).toByteArray());
            default -> value;
        };
    }
}
