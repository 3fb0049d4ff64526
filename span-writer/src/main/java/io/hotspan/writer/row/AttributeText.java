package io.hotspan.writer.row;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.math.BigDecimal;
import java.math.MathContext;
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
            case DOUBLE_VALUE -> ByteString.copyFromUtf8(number(value.getDoubleValue()));
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

    /** As ECMAScript writes numbers; what is none, as Go's JSON encoder complains of it. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "json: unsupported value: " + (Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = shortest(value);
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-6 && magnitude < 1e21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    /**
     * The shortest decimal that reads back as {@code value}. Java's own has two digits where one would do: 4.9E-324.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal rounded = decimal.round(new MathContext(1));
        return rounded.doubleValue() == value ? rounded.stripTrailingZeros() : decimal;
    }
}
