package io.hotspan.heatmap.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Traces of all shapes: one to six spans, any latency, some failed, some sampled with a weight of their own. */
public final class RandomSpans {
    private static final List<String> SERVICES = List.of("api-gateway", "order-service", "user-service");
    private static final List<String> KINDS = List.of("Server", "Client", "Internal", "Consumer");
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "us-west-2");
    private static final double[] WEIGHTS = {1, 1, 4, 20};

    private final SplittableRandom random;
    private final long fromNanos;
    private final long lengthNanos;

    public RandomSpans(long seed, long fromNanos, long lengthNanos) {
        this.random = new SplittableRandom(seed);
        this.fromNanos = fromNanos;
        this.lengthNanos = lengthNanos;
    }

    public List<TestSpan> traces(int count) {
        List<TestSpan> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spans.addAll(trace());
        }
        return spans;
    }

    private List<TestSpan> trace() {
        String traceId = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        long start = fromNanos + random.nextLong(lengthNanos);
        double weight = WEIGHTS[random.nextInt(WEIGHTS.length)];
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        List<TestSpan> spans = new ArrayList<>();
        String parent = "";
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            String spanId = "%016x".formatted(random.nextLong());
            spans.add(span(traceId, spanId, parent, start + i, weight, region));
            parent = spanId;
        }
        return spans;
    }

    private TestSpan span(String traceId, String spanId, String parent, long start, double weight, String region) {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(4) > 0) {
            attributes.put("http.route", random.nextBoolean() ? "/cart/checkout" : "/api/orders");
        }
        if (random.nextInt(3) > 0) {
            attributes.put("http.response.status_code", Integer.toString(200 + 100 * random.nextInt(4)));
        }
        return new TestSpan(
                traceId,
                spanId,
                parent,
                start,
                duration(),
                SERVICES.get(random.nextInt(SERVICES.size())),
                random.nextBoolean() ? "GET /" : "POST /cart",
                KINDS.get(random.nextInt(KINDS.size())),
                random.nextInt(8) == 0 ? "Error" : "Unset",
                weight,
                attributes,
                Map.of("cloud.region", region));
    }

    /** Every order of magnitude alike, and now and then an edge of a bucket or nothing at all. */
    private long duration() {
        return switch (random.nextInt(20)) {
            case 0 -> 0;
            case 1 -> 1L << random.nextInt(40);
            case 2 -> (1L << random.nextInt(40)) + 1;
            default -> (long) Math.exp(random.nextDouble(25));
        };
    }
}
