package io.hotspan.comparison;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A span as a test plants it, and as a row for the store. */
record PlantedSpan(
        int number,
        Instant at,
        String name,
        long durationNanos,
        boolean failed,
        double weight,
        Map<String, String> resource,
        Map<String, String> attributes) {

    PlantedSpan unsampled() {
        return new PlantedSpan(number, at, name, durationNanos, failed, 1, resource, attributes);
    }

    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Timestamp", at.toString().replace("Z", "").replace('T', ' '));
        row.put("TraceId", "%032x".formatted(number + 1));
        row.put("SpanId", "%016x".formatted(number + 1));
        row.put("SpanName", name);
        row.put("SpanKind", "Server");
        row.put("ServiceName", resource.getOrDefault("service.name", ""));
        row.put("ResourceAttributes", resource);
        row.put("SpanAttributes", attributes);
        row.put("Duration", durationNanos);
        row.put("StatusCode", failed ? "Error" : "Unset");
        row.put("SampleWeight", weight);
        return row;
    }
}
