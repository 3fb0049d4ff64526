package io.hotspan.comparison;

import io.hotspan.comparison.answer.Comparison;
import io.hotspan.comparison.answer.Notice;
import io.hotspan.comparison.answer.Side;
import io.hotspan.comparison.count.AttributeCounter;
import io.hotspan.comparison.count.Counts;
import io.hotspan.comparison.rank.Ranking;
import io.hotspan.comparison.request.ComparisonQuery;
import io.hotspan.comparison.statistics.Confidence;
import io.hotspan.query.StoreSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts, ranks and says what a reader should know of the figures. */
final class Comparer {
    /** Fewer spans than this differ in many ways by chance alone. */
    private static final int FEW_SPANS = 20;

    private final ComparisonSettings settings;

    Comparer(ComparisonSettings settings) {
        this.settings = settings;
    }

    Comparison compare(ComparisonQuery query, StoreSession store) {
        Counts counts = new AttributeCounter(store, query.maxValues(), settings.manyValues())
                .count(query.sides(store.columns()));
        Ranking ranking = Ranking.of(counts, query.maxValues());
        return new Comparison(
                Side.of(counts.selection()),
                Side.of(counts.baseline()),
                ranking.attributes(),
                ranking.outcomes(),
                ranking.operations(),
                ranking.highCardinality(),
                ranking.beyondChance(),
                Confidence.LEVEL,
                !counts.selection().sampled() && !counts.baseline().sampled(),
                notices(query, counts, store));
    }

    private static List<Notice> notices(ComparisonQuery query, Counts counts, StoreSession store) {
        List<Notice> notices = new ArrayList<>();
        if (counts.selection().all().stored() == 0) {
            notices.add(new Notice(Notice.Code.EMPTY_SELECTION, "No span is selected."));
        } else if (counts.baseline().all().stored() == 0) {
            notices.add(new Notice(Notice.Code.EMPTY_BASELINE, "There is nothing to compare the selected spans with."));
        } else if (counts.selection().all().stored() < FEW_SPANS) {
            notices.add(new Notice(
                    Notice.Code.FEW_SPANS,
                    "Only " + counts.selection().all().stored()
                            + " spans are selected: no more than a large difference can be told from chance."));
        }
        if (counts.selection().sampled() || counts.baseline().sampled()) {
            notices.add(new Notice(
                    Notice.Code.SAMPLED,
                    String.format(
                            Locale.ROOT,
                            "Estimated from %,d kept spans.",
                            counts.selection().all().stored()
                                    + counts.baseline().all().stored())));
        }
        if (query.sameOperation()) {
            notices.add(new Notice(
                    Notice.Code.OPERATIONS_MATCHED, "The baseline is weighted to the selection's mix of operations."));
        }
        if (store.columns().missing().contains("AttributeIds")) {
            notices.add(new Notice(
                    Notice.Code.COMPUTED,
                    "The table has no AttributeIds column, so every attribute was hashed for this answer."));
        }
        return notices;
    }
}
