package io.hotspan.sampling.explain;

import io.hotspan.sampling.explain.answer.TraceDecision;
import io.hotspan.sampling.explain.summary.DecisionSummary;
import io.hotspan.sampling.explain.summary.SummaryQuery;
import io.hotspan.service.problem.InvalidRequestException;
import io.hotspan.spanstore.error.SpanStoreException;
import io.hotspan.telemetry.TraceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Decisions, one by one and added up. */
@RestController
@RequestMapping("/admin")
@Tag(name = "Decisions", description = "What became of traces, and why.")
final class ExplainController {

    private static final Duration USUAL_RANGE = Duration.ofHours(1);

    private final Explainer explainer;
    private final Optional<SummaryQuery> summaries;
    private final InstantSource clock;

    ExplainController(Explainer explainer, Optional<SummaryQuery> summaries, InstantSource clock) {
        this.explainer = explainer;
        this.summaries = summaries;
        this.clock = clock;
    }

    @GetMapping("/traces/{traceId}/decision")
    @Operation(
            operationId = "traceDecision",
            summary = "Why a trace was kept or dropped",
            description =
                    "Its decision with the vote of every policy, for dropped traces too. Looked for in ClickHouse,"
                            + " then among the undecided traces of this sampler, then in the recent decision log. Answers 404 if"
                            + " it is in none of them, and says what was searched.")
    @ApiResponse(responseCode = "200", description = "The decision.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "Nothing is known of the trace.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    Mono<TraceDecision> decision(
            @Parameter(description = "32 hex digits.", example = "5b8efff798038103d269b633813fc60c") @PathVariable
                    String traceId) {
        TraceId id = parse(traceId);
        return Mono.fromCallable(() -> explainer.explain(id)).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/decisions/summary")
    @Operation(
            operationId = "decisionSummary",
            summary = "How much was kept and dropped, and why",
            description = "Each trace counts once, as its newest decision says, at the time it was decided at.")
    @ApiResponse(responseCode = "200", description = "The sums.", useReturnTypeSchema = true)
    Mono<DecisionSummary> summary(
            @Parameter(description = "First moment; an hour before to if absent.", example = "2026-03-01T14:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "End, exclusive; now if absent.", example = "2026-03-01T15:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String to) {
        Instant end = to == null ? clock.instant() : instant("to", to);
        Instant start = from == null ? end.minus(USUAL_RANGE) : instant("from", from);
        if (!start.isBefore(end)) {
            throw new InvalidRequestException("from", "must be before to", "a time before " + end);
        }
        SummaryQuery query = summaries.orElseThrow(() -> new DecisionsAwayException(
                "This sampler has no ClickHouse to ask; set hotspan.sampler.clickhouse.url."));
        return Mono.fromCallable(() -> summary(query, start, end)).subscribeOn(Schedulers.boundedElastic());
    }

    private static DecisionSummary summary(SummaryQuery query, Instant from, Instant to) {
        try {
            return query.summary(from, to);
        } catch (SpanStoreException failure) {
            throw new DecisionsAwayException("ClickHouse: " + failure.getMessage() + ".");
        }
    }

    private static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(field, "not a time", "a time such as 2026-03-01T14:00:00Z");
        }
    }

    private static TraceId parse(String text) {
        try {
            return TraceId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("traceId", "not a trace id", "32 hex digits, not all of them 0");
        }
    }
}
