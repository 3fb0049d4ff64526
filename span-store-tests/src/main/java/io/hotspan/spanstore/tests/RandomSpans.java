package io.hotspan.spanstore.tests;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spans made of the vocabulary, the same for the same seed. */
final class RandomSpans {
    static final long START_NANOS = 1_790_000_000_000_000_000L;
    static final long RANGE_NANOS = 3_600_000_000_000L;

    private final Random random;

    RandomSpans(long seed) {
        this.random = new Random(seed);
    }

    List<TestSpan> spans(int count) {
        List<TestSpan> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spans.add(span(i));
        }
        return spans;
    }

    private TestSpan span(long number) {
        return new TestSpan(
                number,
                "%032x".formatted(number / 3 + 1),
                random.nextInt(3) == 0 ? "" : "%016x".formatted(random.nextInt(4)),
                any(Vocabulary.VALUES),
                any(List.of(SpanKind.values())),
                any(List.of(SpanStatus.values())),
                any(Vocabulary.VALUES),
                START_NANOS + random.nextLong(RANGE_NANOS),
                duration(),
                any(List.of("", "a", "lib")),
                any(List.of("", "1", "5")),
                attributes(),
                attributes());
    }

    /** From nothing to hours, evenly over the orders of magnitude, and often an edge. */
    private long duration() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3);
            case 1 -> 1_000_000_000L;
            default -> Math.round(Math.pow(2, random.nextDouble() * 45));
        };
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (String key : Vocabulary.KEYS) {
            if (random.nextBoolean()) {
                attributes.put(key, any(Vocabulary.VALUES));
            }
        }
        return attributes;
    }

    private <T> T any(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }
}
