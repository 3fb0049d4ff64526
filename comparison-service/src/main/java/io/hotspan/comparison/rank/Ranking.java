package io.hotspan.comparison.rank;

import io.hotspan.comparison.answer.AttributeDifference;
import io.hotspan.comparison.answer.AttributeDifference.ValueDifference;
import io.hotspan.comparison.answer.HighCardinalityKey;
import io.hotspan.comparison.count.Counts;
import io.hotspan.comparison.count.KeyCounts;
import io.hotspan.comparison.statistics.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of a comparison, each role by itself, strongest first. Attributes are ordered by the end of the
 * confidence interval that is nearer to zero, so a rare value that differs a lot by chance ranks below a common one
 * that differs for sure.
 */
public final class Ranking {
    private static final Comparator<Scored> STRONGEST = Comparator.<Scored>comparingDouble(
                    scored -> -scored.difference().score())
            .thenComparing(scored -> scored.counts().key());

    private final Map<Role, List<AttributeDifference>> byRole;
    private final List<HighCardinalityKey> highCardinality;

    private Ranking(Map<Role, List<AttributeDifference>> byRole, List<HighCardinalityKey> highCardinality) {
        this.byRole = byRole;
        this.highCardinality = highCardinality;
    }

    private record Scored(KeyCounts counts, AttributeDifference difference) {}

    /** Ranks what was counted, with at most {@code maxValues} values an attribute. */
    public static Ranking of(Counts counts, int maxValues) {
        long intervals =
                counts.keys().stream().mapToLong(key -> key.distinct() + 1).sum();
        Differences differences = new Differences(counts, Confidence.tail(intervals), maxValues);
        Map<Role, List<Scored>> scored = new EnumMap<>(Role.class);
        List<HighCardinalityKey> highCardinality = new ArrayList<>();
        for (KeyCounts key : counts.keys()) {
            AttributeDifference difference = differences.of(key);
            if (key.highCardinality()) {
                highCardinality.add(differences.highCardinality(key));
                if (!difference.beyondChance()) {
                    continue; // no single value stands out, and listing them all would say nothing
                }
            }
            Role role = Role.of(key.key());
            if (role == Role.CONTEXT && difference.beyondChance()) {
                double within = differences.strengthWithinRoutes(
                        key, difference.values().getFirst());
                if (within <= 0) {
                    role = Role.OPERATION; // all of it is which endpoints they are
                } else {
                    difference = difference.withScoreAtMost(within);
                }
            }
            scored.computeIfAbsent(role, _ -> new ArrayList<>()).add(new Scored(key, difference));
        }
        Map<Role, List<AttributeDifference>> byRole = new EnumMap<>(Role.class);
        scored.forEach((role, list) -> {
            list.sort(STRONGEST);
            byRole.put(role, withoutRepetition(list));
        });
        highCardinality.sort(Comparator.comparing(HighCardinalityKey::key));
        return new Ranking(byRole, highCardinality);
    }

    /** Candidates for the cause. */
    public List<AttributeDifference> attributes() {
        return byRole.getOrDefault(Role.CONTEXT, List.of());
    }

    /** What came of it. */
    public List<AttributeDifference> outcomes() {
        return byRole.getOrDefault(Role.OUTCOME, List.of());
    }

    /** Which operations the spans are. */
    public List<AttributeDifference> operations() {
        return byRole.getOrDefault(Role.OPERATION, List.of());
    }

    /** Attributes set aside. */
    public List<HighCardinalityKey> highCardinality() {
        return List.copyOf(highCardinality);
    }

    /** How many candidates differ by more than chance. */
    public int beyondChance() {
        return (int)
                attributes().stream().filter(AttributeDifference::beyondChance).count();
    }

    /**
     * Folds attributes that say the same into the first of them: {@code url.path} under {@code http.route}, a node
     * under the pod that runs on it. Equal counts on both sides, down to the row, are taken for the same spans.
     */
    private static List<AttributeDifference> withoutRepetition(List<Scored> ranked) {
        List<AttributeDifference> kept = new ArrayList<>();
        Map<SpanSet, Integer> places = new HashMap<>();
        for (Scored scored : ranked) {
            AttributeDifference difference = scored.difference();
            Integer place = difference.beyondChance()
                    ? places.putIfAbsent(SpanSet.of(difference.values().getFirst()), kept.size())
                    : null;
            if (place == null) {
                kept.add(difference);
            } else {
                kept.set(place, kept.get(place).withSame(difference));
            }
        }
        return kept;
    }

    /** What is known of a set of spans without a look at them. */
    private record SpanSet(long selectedStored, long baselineStored, long selectedMillis, long baselineMillis) {
        static SpanSet of(ValueDifference value) {
            return new SpanSet(
                    value.selectedStored(),
                    value.baselineStored(),
                    Math.round(value.selected() * 1_000),
                    Math.round(value.baseline() * 1_000));
        }
    }
}
