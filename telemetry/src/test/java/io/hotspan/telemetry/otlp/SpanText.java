package io.hotspan.telemetry.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;

/** One span as a line of text, once as the scanner sees it and once as the generated classes do. */
final class SpanText {

    static final AttributeKeys KEYS = AttributeKeys.of(OtlpMessages.KEYS, OtlpMessages.KEYS);

    private SpanText() {}

    static String of(SpanView view) {
        List<Object> parts = new ArrayList<>();
        parts.add(hex(view.traceIdHigh()) + hex(view.traceIdLow()) + "/" + view.traceIdLength());
        parts.add(hex(view.spanId()) + "/" + view.spanIdLength());
        parts.add(hex(view.parentSpanId()) + "/" + view.parentSpanIdLength());
        parts.add(view.name());
        parts.add(view.kind());
        parts.add(view.startNanos());
        parts.add(view.endNanos());
        parts.add(view.traceState());
        parts.add(view.flags());
        parts.add(view.statusCode());
        parts.add(view.statusMessage());
        parts.add(view.scopeName());
        parts.add(view.scopeVersion());
        parts.add(view.scopeSchemaUrl());
        parts.add(view.resourceSchemaUrl());
        parts.add(bytes(view, view.span()));
        parts.add(bytes(view, view.scope()));
        parts.add(bytes(view, view.resource()));
        for (String key : OtlpMessages.KEYS) {
            parts.add(value(view.resourceAttribute(KEYS.resourceIndex(key))));
            parts.add(value(view.spanAttribute(KEYS.spanIndex(key))));
        }
        return parts.toString();
    }

    static String of(ResourceSpans resource, ScopeSpans scope, Span span) {
        List<Object> parts = new ArrayList<>();
        parts.add(id(span.getTraceId(), 16));
        parts.add(id(span.getSpanId(), 8));
        parts.add(id(span.getParentSpanId(), 8));
        parts.add(span.getName());
        parts.add(span.getKindValue());
        parts.add(span.getStartTimeUnixNano());
        parts.add(span.getEndTimeUnixNano());
        parts.add(span.getTraceState());
        parts.add(span.getFlags());
        parts.add(span.getStatus().getCodeValue());
        parts.add(span.getStatus().getMessage());
        parts.add(scope.getScope().getName());
        parts.add(scope.getScope().getVersion());
        parts.add(scope.getSchemaUrl());
        parts.add(resource.getSchemaUrl());
        parts.add(span.toByteString().hashCode());
        parts.add(scope.getScope().toByteString().hashCode());
        parts.add(resource.getResource().toByteString().hashCode());
        for (String key : OtlpMessages.KEYS) {
            parts.add(value(key, resource.getResource().getAttributesList()));
            parts.add(value(key, span.getAttributesList()));
        }
        return parts.toString();
    }

    private static String hex(long id) {
        return String.format("%016x", id);
    }

    private static String id(ByteString id, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(String.format("%02x", id.size() == length ? id.byteAt(i) & 0xFF : 0));
        }
        return hex + "/" + id.size();
    }

    private static int bytes(SpanView view, ByteRange range) {
        return ByteString.copyFrom(view.message(), range.offset(), range.length())
                .hashCode();
    }

    private static String value(AttributeValue value) {
        return switch (value.type()) {
            case ABSENT -> "absent";
            case EMPTY -> "empty";
            case STRING -> "string " + value.text();
            case BOOL -> "bool " + value.asBoolean();
            case LONG -> "long " + value.asLong();
            case DOUBLE -> "double " + value.asDouble();
            case OTHER ->
                "other "
                        + ByteString.copyFrom(
                                        value.text().bytes(),
                                        value.text().offset(),
                                        value.text().length())
                                .hashCode();
        };
    }

    private static String value(String key, List<KeyValue> attributes) {
        for (KeyValue attribute : attributes.reversed()) {
            if (attribute.getKey().equals(key)) {
                return value(attribute.getValue());
            }
        }
        return "absent";
    }

    private static String value(AnyValue value) {
        return switch (value.getValueCase()) {
            case VALUE_NOT_SET -> "empty";
            case STRING_VALUE -> "string " + value.getStringValue();
            case BOOL_VALUE -> "bool " + value.getBoolValue();
            case INT_VALUE -> "long " + value.getIntValue();
            case DOUBLE_VALUE -> "double " + value.getDoubleValue();
            case ARRAY_VALUE, KVLIST_VALUE, BYTES_VALUE, STRING_VALUE_STRINDEX ->
                "other " + value.toByteString().hashCode();
        };
    }
}
