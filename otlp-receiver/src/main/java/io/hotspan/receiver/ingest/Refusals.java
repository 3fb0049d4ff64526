package io.hotspan.receiver.ingest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Spans of one batch that were not taken.
 *
 * @param counts spans by reason; no entry is zero
 */
public record Refusals(Map<RefusalReason, Integer> counts) {

    /** Every span was taken. */
    public static final Refusals NONE = new Refusals(Map.of());

    public Refusals {
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    Refusals plus(RefusalReason reason, int spans) {
        if (spans == 0) {
            return this;
        }
        Map<RefusalReason, Integer> sum = new EnumMap<>(RefusalReason.class);
        sum.putAll(counts);
        sum.merge(reason, spans, Integer::sum);
        return new Refusals(sum);
    }

    /** Spans of all reasons. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One sentence, such as {@code "2 spans refused: 2 because …"}. */
    public String message() {
        return counts.entrySet().stream()
                .map(entry ->
                        entry.getValue() + " because the " + entry.getKey().description())
                .collect(Collectors.joining(", ", total() + (total() == 1 ? " span" : " spans") + " refused: ", ""));
    }
}
