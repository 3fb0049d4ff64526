package io.hotspan.telemetry.filter;

import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.AttributeValue;
import io.hotspan.telemetry.otlp.SpanView;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The value of a field of a span as text, the same that a filter compares. */
@FunctionalInterface
public interface FieldText {

    /** The value; null if the span has none. Allocates. */
    @Nullable
    String of(SpanView span);

    /**
     * How to read a field.
     *
     * @param keys what the scanner looks up, the field's attribute among them
     * @throws IllegalArgumentException if it is not among them
     */
    static FieldText of(Field field, AttributeKeys keys) {
        return switch (field) {
            case Intrinsic intrinsic -> of(intrinsic);
            case Attribute(Attribute.Scope scope, String key) ->
                switch (scope) {
                    case SPAN -> {
                        int index = keys.spanIndex(key);
                        yield span -> ValueTest.text(span.spanAttribute(index));
                    }
                    case RESOURCE -> {
                        int index = keys.resourceIndex(key);
                        yield span -> ValueTest.text(span.resourceAttribute(index));
                    }
                    case EITHER -> {
                        int own = keys.spanIndex(key);
                        int resource = keys.resourceIndex(key);
                        yield span -> {
                            AttributeValue value = span.spanAttribute(own);
                            return ValueTest.text(value.isPresent() ? value : span.resourceAttribute(resource));
                        };
                    }
                };
        };
    }

    private static FieldText of(Intrinsic intrinsic) {
        HexFormat hex = HexFormat.of();
        return switch (intrinsic) {
            case NAME -> span -> span.name().toString();
            case STATUS -> span -> Integer.toString(span.statusCode());
            case STATUS_MESSAGE -> span -> span.statusMessage().toString();
            case KIND -> span -> Integer.toString(span.kind());
            case DURATION -> span -> Long.toString(span.durationNanos());
            case TRACE_ID -> span -> hex.toHexDigits(span.traceIdHigh()) + hex.toHexDigits(span.traceIdLow());
            case SPAN_ID -> span -> hex.toHexDigits(span.spanId());
            case PARENT_ID -> span -> span.parentSpanId() == 0 ? null : hex.toHexDigits(span.parentSpanId());
            case SCOPE_NAME -> span -> span.scopeName().toString();
            case SCOPE_VERSION -> span -> span.scopeVersion().toString();
        };
    }
}
