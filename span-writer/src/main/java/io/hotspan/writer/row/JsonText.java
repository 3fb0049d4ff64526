package io.hotspan.writer.row;

import io.hotspan.telemetry.otlp.NumberText;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Map;
import java.util.TreeMap;

/** Arrays and maps as Go's JSON encoder writes them: keys sorted, the last of equal ones, no spaces. */
final class JsonText {
    private JsonText() {}

    /** The text, or an empty one where it holds a number that JSON has not. */
    static String of(AnyValue value) {
        StringBuilder json = new StringBuilder(64);
        return append(json, value) ? json.toString() : "";
    }

    private static boolean append(StringBuilder json, AnyValue value) {
        switch (value.getValueCase()) {
            case STRING_VALUE -> string(json, value.getStringValue());
            case BOOL_VALUE -> json.append(value.getBoolValue());
            case INT_VALUE -> json.append(value.getIntValue());
            case DOUBLE_VALUE -> {
                json.append(NumberText.of(value.getDoubleValue()));
                return Double.isFinite(value.getDoubleValue());
            }
            case BYTES_VALUE -> string(json, AttributeText.base64(value.getBytesValue()));
            case ARRAY_VALUE -> {
                return array(json, value);
            }
            case KVLIST_VALUE -> {
                return object(json, value);
            }
            default -> json.append("null");
        }
        return true;
    }

    private static boolean array(StringBuilder json, AnyValue array) {
        json.append('[');
        String separator = "";
        for (AnyValue element : array.getArrayValue().getValuesList()) {
            json.append(separator);
            if (!append(json, element)) {
                return false;
            }
            separator = ",";
        }
        json.append(']');
        return true;
    }

    private static boolean object(StringBuilder json, AnyValue object) {
        Map<String, AnyValue> sorted = new TreeMap<>(JsonText::compareCodePoints);
        for (KeyValue entry : object.getKvlistValue().getValuesList()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        json.append('{');
        String separator = "";
        for (Map.Entry<String, AnyValue> entry : sorted.entrySet()) {
            json.append(separator);
            string(json, entry.getKey());
            json.append(':');
            if (!append(json, entry.getValue())) {
                return false;
            }
            separator = ",";
        }
        json.append('}');
        return true;
    }

    /** Go sorts UTF-8 bytes, which is the order of code points; Java's strings sort by UTF-16 units. */
    private static int compareCodePoints(String left, String right) {
        for (int i = 0; i < left.length() && i < right.length(); ) {
            int a = left.codePointAt(i);
            int b = right.codePointAt(i);
            if (a != b) {
                return Integer.compare(a, b);
            }
            i += Character.charCount(a);
        }
        return Integer.compare(left.length(), right.length());
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
