package io.hotspan.generator.bulk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenTelemetry attributes as their OTLP messages. Within one request nearly all attributes repeat, so each message is
 * made, and measured by protobuf, once. For one thread.
 */
final class OtlpAttributes {

    private final Map<AttributeKey<?>, Map<Object, KeyValue>> made = new HashMap<>();

    List<KeyValue> of(Attributes attributes) {
        List<KeyValue> encoded = new ArrayList<>(attributes.size());
        attributes.forEach((key, value) -> encoded.add(
                made.computeIfAbsent(key, _ -> new HashMap<>()).computeIfAbsent(value, _ -> keyValue(key, value))));
        return encoded;
    }

    private static KeyValue keyValue(AttributeKey<?> key, Object value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        switch (value) {
            case String text -> any.setStringValue(text);
            case Long whole -> any.setIntValue(whole);
            case Double decimal -> any.setDoubleValue(decimal);
            case Boolean bool -> any.setBoolValue(bool);
            default -> throw new IllegalArgumentException("No pack writes arrays yet, but " + key + " is one");
        }
        return KeyValue.newBuilder().setKey(key.getKey()).setValue(any).build();
    }
}
