package io.hotspan.generator.bulk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.List;

/** OpenTelemetry attributes as their OTLP messages. */
final class OtlpAttributes {

    private OtlpAttributes() {}

    static List<KeyValue> of(Attributes attributes) {
        List<KeyValue> encoded = new ArrayList<>(attributes.size());
        attributes.forEach((key, value) -> encoded.add(KeyValue.newBuilder()
                .setKey(key.getKey())
                .setValue(value(key, value))
                .build()));
        return encoded;
    }

    private static AnyValue.Builder value(AttributeKey<?> key, Object value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        return switch (value) {
            case String text -> any.setStringValue(text);
            case Long whole -> any.setIntValue(whole);
            case Double decimal -> any.setDoubleValue(decimal);
            case Boolean bool -> any.setBoolValue(bool);
            default -> throw new IllegalArgumentException("No pack writes arrays yet, but " + key + " is one");
        };
    }
}
