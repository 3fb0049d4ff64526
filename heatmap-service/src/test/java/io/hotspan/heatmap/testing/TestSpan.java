package io.hotspan.heatmap.testing;

import java.util.HashMap;
import java.util.Map;

/** A span to be stored. */
public record TestSpan(
        String traceId,
        String spanId,
        String parentSpanId,
        long startNanos,
        long durationNanos,
        String service,
        String name,
        String kind,
        String status,
        double weight,
        Map<String, String> attributes,
        Map<String, String> resource) {

    public TestSpan {
        attributes = Map.copyOf(attributes);
        Map<String, String> withService = new HashMap<>(resource);
        withService.put("service.name", service);
        resource = Map.copyOf(withService);
    }

    /** A root span of 10 ms, weight 1, without attributes. */
    public static TestSpan root(String traceId, long startNanos) {
        return new TestSpan(
                traceId,
                "00000000000000a1",
                "",
                startNanos,
                10_000_000,
                "api-gateway",
                "GET /",
                "Server",
                "Unset",
                1,
                Map.of(),
                Map.of());
    }

    public TestSpan child(String id) {
        return new TestSpan(
                traceId,
                id,
                spanId,
                startNanos,
                durationNanos,
                service,
                name,
                kind,
                status,
                weight,
                attributes,
                resource);
    }

    public TestSpan starting(long nanos) {
        return new TestSpan(
                traceId,
                spanId,
                parentSpanId,
                nanos,
                durationNanos,
                service,
                name,
                kind,
                status,
                weight,
                attributes,
                resource);
    }

    public TestSpan lasting(long nanos) {
        return new TestSpan(
                traceId,
                spanId,
                parentSpanId,
                startNanos,
                nanos,
                service,
                name,
                kind,
                status,
                weight,
                attributes,
                resource);
    }

    public TestSpan failed() {
        return new TestSpan(
                traceId,
                spanId,
                parentSpanId,
                startNanos,
                durationNanos,
                service,
                name,
                kind,
                "Error",
                weight,
                attributes,
                resource);
    }

    public TestSpan weighing(double newWeight) {
        return new TestSpan(
                traceId,
                spanId,
                parentSpanId,
                startNanos,
                durationNanos,
                service,
                name,
                kind,
                status,
                newWeight,
                attributes,
                resource);
    }

    public TestSpan with(String key, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(key, value);
        return new TestSpan(
                traceId,
                spanId,
                parentSpanId,
                startNanos,
                durationNanos,
                service,
                name,
                kind,
                status,
                weight,
                more,
                resource);
    }

    public boolean isRoot() {
        return parentSpanId.isEmpty();
    }
}
