package io.hotspan.spanstore.tests;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import java.util.Map;

/**
 * A span as the contracts know it.
 *
 * @param number different for each span of a test; also its span id
 * @param parentId empty for a root
 */
public record TestSpan(
        long number,
        String traceId,
        String parentId,
        String name,
        SpanKind kind,
        SpanStatus status,
        String statusMessage,
        long startNanos,
        long durationNanos,
        String scopeName,
        String scopeVersion,
        Map<String, String> resource,
        Map<String, String> attributes) {

    public TestSpan {
        resource = Map.copyOf(resource);
        attributes = Map.copyOf(attributes);
    }

    /** Sixteen hex digits. */
    public String spanId() {
        return "%016x".formatted(number);
    }

    /** The resource's {@code service.name}, empty without one. */
    public String serviceName() {
        return resource.getOrDefault("service.name", "");
    }
}
