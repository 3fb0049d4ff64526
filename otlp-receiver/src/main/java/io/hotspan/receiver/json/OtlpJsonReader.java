package io.hotspan.receiver.json;

import io.hotspan.receiver.json.JsonSchema.Field;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns OTLP/JSON into OTLP/protobuf in one pass, without a tree in between. Ids are hexadecimal, enums are numbers,
 * 64-bit numbers may be texts, unknown fields are stepped over, and snake_case names are unknown. An id that is not
 * hexadecimal becomes an empty one, so that its span alone is refused and not the batch.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP: JSON Protobuf encoding</a>
 */
public final class OtlpJsonReader {

    private static final int MAX_DEPTH = 256;
    private static final byte[] NOT_HEXADECIMAL = {};

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE) // the message as a whole is bounded
                    .maxNumberLength(64)
                    .build())
            .build();

    private final WireWriter out;

    private OtlpJsonReader(WireWriter out) {
        this.out = out;
    }

    /**
     * An {@code ExportTraceServiceRequest} as protobuf. It is never much longer than its JSON.
     *
     * @throws MalformedJsonException with the place and what was expected there
     */
    public static WireMessage traceRequest(byte[] json, int length) throws MalformedJsonException {
        WireWriter out = new WireWriter(length / 2);
        OtlpJsonReader reader = new OtlpJsonReader(out);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json, 0, length)) {
            parser.nextToken();
            reader.message(parser, JsonSchema.EXPORT_TRACE_SERVICE_REQUEST);
            if (parser.nextToken() != null) {
                throw unexpected(parser, "the end");
            }
        } catch (JacksonException e) {
            throw new MalformedJsonException("invalid JSON" + at(e.getLocation()) + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        return new WireMessage(out.bytes(), out.length());
    }

    /**
     * An encoded message.
     *
     * @param bytes holds the message from its index 0
     * @param length where it ends
     */
    @SuppressWarnings("ArrayRecordComponent") // a hand-over of bytes, compared by nobody
    public record WireMessage(byte[] bytes, int length) {}

    private void message(JsonParser parser, JsonSchema schema) throws MalformedJsonException {
        expect(parser, JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            @Nullable Field field = schema.field(parser.currentName());
            JsonToken token = parser.nextToken();
            // Null is JSON's way to say that a field is not set.
            if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (field.repeated()) {
                expect(parser, JsonToken.START_ARRAY, "an array");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, field);
                }
            } else {
                value(parser, field);
            }
        }
    }

    private void value(JsonParser parser, Field field) throws MalformedJsonException {
        int number = field.number();
        switch (field.kind()) {
            case MESSAGE -> {
                int start = out.begin(number);
                if (field.message() != null) {
                    message(parser, field.message());
                }
                out.end(start);
            }
            case TEXT -> out.text(number, text(parser, "a string"));
            case HEX -> out.bytes(number, hex(text(parser, "a string of hexadecimal digits")));
            case BASE64 -> out.bytes(number, base64(parser));
            case BOOL -> out.number(number, bool(parser) ? 1 : 0);
            case ENUM -> out.number(number, JsonNumbers.enumNumber(parser));
            case UINT32 -> out.number(number, JsonNumbers.unsigned32(parser));
            case INT64 -> int64(parser, number);
            case FIXED32 -> out.fixed32(number, (int) JsonNumbers.unsigned32(parser));
            case FIXED64 -> out.fixed64(number, JsonNumbers.unsigned64(parser));
            case DOUBLE -> out.fixed64(number, Double.doubleToRawLongBits(JsonNumbers.real(parser)));
        }
    }

    /** JavaScript's SDK calls 1e300 an integer: such a value is kept as the double it is, not worth a whole batch. */
    private void int64(JsonParser parser, int number) throws MalformedJsonException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && !JsonNumbers.isExactWhole(parser)) {
            out.fixed64(JsonSchema.DOUBLE_VALUE, Double.doubleToRawLongBits(parser.getDoubleValue()));
        } else {
            out.number(number, JsonNumbers.signed64(parser));
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return NOT_HEXADECIMAL;
        }
    }

    private static byte[] base64(JsonParser parser) throws MalformedJsonException {
        String text = text(parser, "a base64 string");
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw unexpected(parser, "a base64 string");
        }
    }

    private static boolean bool(JsonParser parser) throws MalformedJsonException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw unexpected(parser, "true or false");
        };
    }

    private static String text(JsonParser parser, String expected) throws MalformedJsonException {
        expect(parser, JsonToken.VALUE_STRING, expected);
        return parser.getString();
    }

    private static void expect(JsonParser parser, JsonToken token, String expected) throws MalformedJsonException {
        if (parser.currentToken() != token) {
            throw unexpected(parser, expected);
        }
    }

    static MalformedJsonException unexpected(JsonParser parser, String expected) {
        String path = parser.streamReadContext().pathAsPointer().toString();
        return new MalformedJsonException(expected + " was expected" + at(parser.currentTokenLocation())
                + (path.isEmpty() ? "" : ", in " + path));
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
