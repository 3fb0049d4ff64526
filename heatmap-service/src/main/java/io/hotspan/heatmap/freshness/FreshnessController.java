package io.hotspan.heatmap.freshness;

import io.hotspan.query.Questions;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells whether spans arrive. */
@RestController
@Tag(name = "Freshness", description = "Whether spans arrive.")
final class FreshnessController {
    private static final Duration RECENT = Duration.ofHours(1);

    private final Questions questions;
    private final InstantSource clock;

    FreshnessController(Questions questions, InstantSource clock) {
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping("/api/v1/freshness")
    @Operation(operationId = "freshness", summary = "How recent the stored spans are")
    Mono<Freshness> freshness() {
        return questions.answer(store -> new Freshness(newestSpan(store), spansOf(lastHour(), store)));
    }

    private TimeRange lastHour() {
        Instant now = clock.instant();
        return new TimeRange(now.minus(RECENT), now);
    }

    /** Answered from the parts' own records, without reading a row. */
    private static @Nullable Instant newestSpan(StoreSession store) {
        SqlFragment sql = SqlFragment.of("SELECT count() > 0, toUnixTimestamp64Nano(max(Timestamp)) FROM "
                + store.settings().qualifiedTable());
        return store.list(sql, row -> row.getBoolean(1) ? row.getLong(2) : 0).stream()
                .filter(nanos -> nanos > 0)
                .map(Instant.EPOCH::plusNanos)
                .findFirst()
                .orElse(null);
    }

    private static long spansOf(TimeRange range, StoreSession store) {
        SqlFragment sql = SqlFragment.format(
                "SELECT count() FROM " + store.settings().qualifiedTable() + " WHERE {}", range.where());
        return store.list(sql, row -> row.getLong(1)).getFirst();
    }
}
