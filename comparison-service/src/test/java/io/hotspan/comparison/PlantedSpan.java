package io.hotspan.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

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

    /** Planted spans start within this half hour. */
    static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");

    static final Instant TO = FROM.plusSeconds(1_800);

    /** Longer is slow. */
    static final long SLOW_NANOS = 1_000_000_000;

    /** Spans of independent attributes; those that {@code cause} picks are slow, beside one in a hundred. */
    static List<PlantedSpan> traffic(Random random, int count, Predicate<PlantedSpan> cause) {
        List<PlantedSpan> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> attributes = new HashMap<>();
            attributes.put("feature_flag", "f" + random.nextInt(5));
            attributes.put("tenant_id", "t" + random.nextInt(8));
            attributes.put("build_id", "b" + random.nextInt(3));
            if (random.nextInt(3) == 0) {
                attributes.put("cache.hit", "true");
            }
            for (int k = 0; k < 10; k++) {
                attributes.put("noise." + k, "v" + random.nextInt(2 + k * 3));
            }
            Map<String, String> resource = Map.of("service.name", "shop", "cloud.region", "r" + random.nextInt(4));
            PlantedSpan span = new PlantedSpan(
                    i,
                    FROM.plusMillis(random.nextInt(1_800_000)),
                    "op" + random.nextInt(4),
                    1 + random.nextInt((int) SLOW_NANOS / 2),
                    false,
                    random.nextBoolean() ? 1 : 8,
                    resource,
                    attributes);
            spans.add(cause.test(span) ? span.slow() : span);
        }
        return spans;
    }

    /** This span, slow, failed, and kept for it. */
    PlantedSpan slow() {
        return new PlantedSpan(number, at, name, 2 * SLOW_NANOS, true, 1, resource, attributes);
    }

    PlantedSpan with(Map<String, String> other) {
        return new PlantedSpan(number, at, name, durationNanos, failed, weight, resource, other);
    }

    PlantedSpan withWeight(double other) {
        return new PlantedSpan(number, at, name, durationNanos, failed, other, resource, attributes);
    }

    boolean isSlow() {
        return durationNanos > SLOW_NANOS;
    }

    boolean has(String key, String value) {
        return value.equals(attributes.get(key));
    }

    boolean inRegion(String region) {
        return region.equals(resource.get("cloud.region"));
    }

    PlantedSpan unsampled() {
        return withWeight(1);
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
