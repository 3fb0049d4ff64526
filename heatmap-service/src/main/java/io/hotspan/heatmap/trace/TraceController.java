package io.hotspan.heatmap.trace;

import io.hotspan.heatmap.HeatmapLimits;
import io.hotspan.query.Questions;
import io.hotspan.query.request.RequestChecks;
import io.hotspan.telemetry.TraceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One whole trace. */
@RestController
@Tag(name = "Trace", description = "One whole trace.")
final class TraceController {
    private final RequestChecks checks;
    private final Questions questions;
    private final TraceLookup lookup;

    TraceController(RequestChecks checks, Questions questions, HeatmapLimits limits) {
        this.checks = checks;
        this.questions = questions;
        this.lookup = new TraceLookup(limits.maxTraceSpans());
    }

    @GetMapping("/api/v1/traces/{traceId}")
    @Operation(
            operationId = "trace",
            summary = "One whole trace",
            description = "All stored spans of a trace, by start. Answers 404 if none is stored.")
    @ApiResponse(responseCode = "200", description = "The trace.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "No span of the trace is stored.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    Mono<Trace> trace(
            @Parameter(description = "32 hex digits.", example = "5b8efff798038103d269b633813fc60c") @PathVariable
                    String traceId) {
        TraceId id = parse(traceId);
        return questions.answer(store -> lookup.find(id, store));
    }

    private TraceId parse(String text) {
        try {
            return TraceId.parse(text);
        } catch (IllegalArgumentException e) {
            throw checks.refused("traceId", "not a trace id", "32 hex digits, not all of them 0");
        }
    }
}
