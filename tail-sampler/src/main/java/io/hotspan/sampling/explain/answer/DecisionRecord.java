package io.hotspan.sampling.explain.answer;

import io.hotspan.telemetry.decision.DecisionEntry;
import io.hotspan.telemetry.decision.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a decision: its newest entry, and what only the first one has.
 *
 * @param evidence null if the first entry is not there any more
 * @param partition of the input, and of the log
 */
public record DecisionRecord(DecisionEntry newest, @Nullable Evidence evidence, int partition) {

    private static final Comparator<DecisionEntry> BY_AGE = Comparator.<DecisionEntry>comparingLong(
                    entry -> entry.decision().settledBelow())
            .thenComparingInt(entry -> entry.decision().revival().state().number())
            .thenComparingInt(entry -> entry.decision().revival().restored());

    /** Of entries about one trace in any order; empty if there is none. */
    public static Optional<DecisionRecord> of(List<DecisionEntry> entries, int partition) {
        Evidence evidence = entries.stream()
                .map(DecisionEntry::evidence)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return entries.stream().max(BY_AGE).map(newest -> new DecisionRecord(newest, evidence, partition));
    }
}
