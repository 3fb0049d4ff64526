package io.hotspan.clients;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The Collector's mapping: every value is a text, arrays and maps are JSON, bytes are base64. */
final class AttributeText {

    private AttributeText() {}

    static String of(Object value) {
        Object plain = plain(value);
        return plain instanceof List || plain instanceof Map
                ? JsonMapper.shared().writeValueAsString(plain)
                : plain instanceof Double ? number((Double) plain) : String.valueOf(plain);
    }

    private static Object plain(Object value) {
        if (value instanceof Value<?> wrapped) {
            return plain(wrapped.getValue());
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return Base64.getEncoder().encodeToString(copy);
        }
        if (value instanceof List<?> values && !values.isEmpty() && values.get(0) instanceof KeyValue) {
            Map<String, Object> map = new LinkedHashMap<>();
            values.forEach(entry -> map.put(((KeyValue) entry).getKey(), plain(((KeyValue) entry).getValue())));
            return map;
        }
        if (value instanceof List<?> values) {
            List<Object> list = new ArrayList<>();
            values.forEach(one -> list.add(plain(one)));
            return list;
        }
        return value;
    }

    /** As ECMAScript writes numbers. */
    private static String number(double value) {
        double magnitude = Math.abs(value);
        if (value == 0 || (magnitude >= 1e-6 && magnitude < 1e21)) {
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }
        String[] parts = Double.toString(value).split("E");
        String digits = parts[0].replaceAll("\\.0$", "");
        return digits + "e" + (parts[1].startsWith("-") ? "" : "+") + parts[1];
    }
}
