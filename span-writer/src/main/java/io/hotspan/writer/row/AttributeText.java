package io.hotspan.writer.row;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.otlp.NumberText;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Base64;
import java.util.List;

/**
 * Attribute values as text, letter for letter what the Collector's {@code pcommon.Value.AsString} gives, so that both
 * writers' rows compare equal.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-collector/blob/main/pdata/pcommon/value.go">value.go</a>
 */
final class AttributeText {
    private static final ByteString SERVICE_NAME = ByteString.copyFromUtf8("service.name");
    private static final ByteString TRUE = ByteString.copyFromUtf8("true");
    private static final ByteString FALSE = ByteString.copyFromUtf8("false");

    private AttributeText() {}

    static ByteString of(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValueBytes();
            case BOOL_VALUE -> value.getBoolValue() ? TRUE : FALSE;
            case INT_VALUE -> ByteString.copyFromUtf8(Long.toString(value.getIntValue()));
            case DOUBLE_VALUE -> ByteString.copyFromUtf8(NumberText.of(value.getDoubleValue()));
            case BYTES_VALUE -> ByteString.copyFromUtf8(base64(value.getBytesValue()));
            case ARRAY_VALUE, KVLIST_VALUE -> ByteString.copyFromUtf8(JsonText.of(value));
            default -> ByteString.EMPTY;
        };
    }

    /** The resource's {@code service.name}, empty if it has none. */
    static ByteString serviceName(List<KeyValue> attributes) {
        for (KeyValue attribute : attributes) {
            if (attribute.getKeyBytes().equals(SERVICE_NAME)) {
                return of(attribute.getValue());
            }
        }
        return ByteString.EMPTY;
    }

    static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
