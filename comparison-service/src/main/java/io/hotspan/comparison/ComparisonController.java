package io.hotspan.comparison;

import io.hotspan.comparison.answer.Comparison;
import io.hotspan.comparison.request.ComparisonQuery;
import io.hotspan.comparison.request.ComparisonRequest;
import io.hotspan.query.Questions;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comparisons, as one answer or with progress on the way to it. */
@RestController
@RequestMapping("/api/v1/comparisons")
@Tag(name = "Comparisons", description = "What sets selected spans apart.")
final class ComparisonController {
    private final RequestChecks checks;
    private final Questions questions;
    private final Comparer comparer;

    ComparisonController(RequestChecks checks, Questions questions, ComparisonSettings settings) {
        this.checks = checks;
        this.questions = questions;
        this.comparer = new Comparer(settings);
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "compare",
            summary = "What sets selected spans apart",
            description =
                    "Compares every resource and span attribute, and name, kind and status, of the selected spans "
                            + "with a baseline. A caller that leaves ends the query. With `Accept: text/event-stream` the answer is "
                            + "a stream: `progress` events {readRows, totalRows}, then one `result` (this answer) or `problem` "
                            + "(a problem detail).")
    @ApiResponse(
            responseCode = "200",
            description = "The comparison, or a stream of events that ends with it.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Comparison.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    Mono<Comparison> compare(@RequestBody ComparisonRequest request) {
        ComparisonQuery query = request.checked(checks);
        return questions.answer(store -> comparer.compare(query, store));
    }

    @Hidden
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> compareWithProgress(@RequestBody ComparisonRequest request) {
        ComparisonQuery query = request.checked(checks);
        return questions.stream(store -> comparer.compare(query, store));
    }
}
