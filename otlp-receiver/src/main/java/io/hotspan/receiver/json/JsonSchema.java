package io.hotspan.receiver.json;

import io.hotspan.receiver.json.JsonSchema.Field.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OTLP's trace messages by their JSON names.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP: JSON Protobuf encoding</a>
 */
final class JsonSchema {

    /** {@code AnyValue.double_value}. */
    static final int DOUBLE_VALUE = 4;

    static final JsonSchema EXPORT_TRACE_SERVICE_REQUEST = request();

    private final Map<String, Field> fields = new HashMap<>();

    private JsonSchema() {}

    /** The field of this JSON name, or null where this version of OTLP has none. */
    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    private static JsonSchema request() {
        JsonSchema anyValue = new JsonSchema();
        JsonSchema keyValue = new JsonSchema().add("key", 1, Kind.TEXT).message("value", 2, anyValue);
        anyValue.add("stringValue", 1, Kind.TEXT)
                .add("boolValue", 2, Kind.BOOL)
                .add("intValue", 3, Kind.INT64)
                .add("doubleValue", DOUBLE_VALUE, Kind.DOUBLE)
                .message("arrayValue", 5, new JsonSchema().messages("values", 1, anyValue))
                .message("kvlistValue", 6, new JsonSchema().messages("values", 1, keyValue))
                .add("bytesValue", 7, Kind.BASE64);

        JsonSchema entityRef = new JsonSchema()
                .add("schemaUrl", 1, Kind.TEXT)
                .add("type", 2, Kind.TEXT)
                .addAll("idKeys", 3, Kind.TEXT)
                .addAll("descriptionKeys", 4, Kind.TEXT);
        JsonSchema resource = new JsonSchema()
                .messages("attributes", 1, keyValue)
                .add("droppedAttributesCount", 2, Kind.UINT32)
                .messages("entityRefs", 3, entityRef);
        JsonSchema scope = new JsonSchema()
                .add("name", 1, Kind.TEXT)
                .add("version", 2, Kind.TEXT)
                .messages("attributes", 3, keyValue)
                .add("droppedAttributesCount", 4, Kind.UINT32);
        JsonSchema event = new JsonSchema()
                .add("timeUnixNano", 1, Kind.FIXED64)
                .add("name", 2, Kind.TEXT)
                .messages("attributes", 3, keyValue)
                .add("droppedAttributesCount", 4, Kind.UINT32);
        JsonSchema link = new JsonSchema()
                .add("traceId", 1, Kind.HEX)
                .add("spanId", 2, Kind.HEX)
                .add("traceState", 3, Kind.TEXT)
                .messages("attributes", 4, keyValue)
                .add("droppedAttributesCount", 5, Kind.UINT32)
                .add("flags", 6, Kind.FIXED32);
        JsonSchema status = new JsonSchema().add("message", 2, Kind.TEXT).add("code", 3, Kind.ENUM);
        JsonSchema span = new JsonSchema()
                .add("traceId", 1, Kind.HEX)
                .add("spanId", 2, Kind.HEX)
                .add("traceState", 3, Kind.TEXT)
                .add("parentSpanId", 4, Kind.HEX)
                .add("flags", 16, Kind.FIXED32)
                .add("name", 5, Kind.TEXT)
                .add("kind", 6, Kind.ENUM)
                .add("startTimeUnixNano", 7, Kind.FIXED64)
                .add("endTimeUnixNano", 8, Kind.FIXED64)
                .messages("attributes", 9, keyValue)
                .add("droppedAttributesCount", 10, Kind.UINT32)
                .messages("events", 11, event)
                .add("droppedEventsCount", 12, Kind.UINT32)
                .messages("links", 13, link)
                .add("droppedLinksCount", 14, Kind.UINT32)
                .message("status", 15, status);
        JsonSchema scopeSpans = new JsonSchema()
                .message("scope", 1, scope)
                .messages("spans", 2, span)
                .add("schemaUrl", 3, Kind.TEXT);
        JsonSchema resourceSpans = new JsonSchema()
                .message("resource", 1, resource)
                .messages("scopeSpans", 2, scopeSpans)
                .add("schemaUrl", 3, Kind.TEXT);
        return new JsonSchema().messages("resourceSpans", 1, resourceSpans);
    }

    private JsonSchema add(String name, int number, Kind kind) {
        fields.put(name, new Field(number, kind, false, null));
        return this;
    }

    private JsonSchema addAll(String name, int number, Kind kind) {
        fields.put(name, new Field(number, kind, true, null));
        return this;
    }

    private JsonSchema message(String name, int number, JsonSchema message) {
        fields.put(name, new Field(number, Kind.MESSAGE, false, message));
        return this;
    }

    private JsonSchema messages(String name, int number, JsonSchema message) {
        fields.put(name, new Field(number, Kind.MESSAGE, true, message));
        return this;
    }

    /**
     * One field of a message.
     *
     * @param number its number on the wire
     * @param kind how its value is written
     * @param repeated whether JSON has an array of them
     * @param message the schema of a nested message, else null
     */
    record Field(
            int number,
            Kind kind,
            boolean repeated,
            @Nullable JsonSchema message) {

        enum Kind {
            MESSAGE,
            TEXT,
            HEX,
            BASE64,
            BOOL,
            ENUM,
            UINT32,
            INT64,
            FIXED32,
            FIXED64,
            DOUBLE
        }
    }
}
