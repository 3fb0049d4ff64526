package io.hotspan.heatmap.cells;

import io.hotspan.query.Questions;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
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

/** Heatmaps, as one answer or with progress on the way to it. */
@RestController
@RequestMapping("/api/v1/heatmap")
@Tag(name = "Heatmap", description = "Spans counted by time and latency.")
final class HeatmapController {
    private static final String EVENTS = """
            event: progress
            data: {"readRows":4100000,"totalRows":12000000}

            event: result
            data: {"from":"2026-03-01T14:00:00Z", …}
            """;

    private final Heatmaps heatmaps;
    private final RequestChecks checks;
    private final Questions questions;

    HeatmapController(RollupSettings rollups, RequestChecks checks, Questions questions) {
        this.heatmaps = new Heatmaps(rollups);
        this.checks = checks;
        this.questions = questions;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "heatmap",
            summary = "A latency heatmap",
            description = "Counts spans by time and latency. A caller that leaves ends the query. With "
                    + "`Accept: text/event-stream` the answer is a stream: `progress` events "
                    + "{readRows, totalRows}, then one `result` (this answer) or `problem` (a problem detail).")
    @ApiResponse(
            responseCode = "200",
            description = "The heatmap, or a stream of events that ends with it.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Heatmap.class)),
                @Content(
                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(name = "events", value = EVENTS))
            })
    Mono<Heatmap> heatmap(@RequestBody HeatmapRequest request) {
        HeatmapQuery query = request.checked(checks);
        return questions.answer(store -> heatmaps.count(query, store));
    }

    @Hidden
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> heatmapWithProgress(@RequestBody HeatmapRequest request) {
        HeatmapQuery query = request.checked(checks);
        return questions.stream(store -> heatmaps.count(query, store));
    }

    @PostMapping(path = "/matches", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "matches",
            summary = "The cells of one value",
            description = "Counts, on the columns of a heatmap on show, only the spans that match a second filter too, "
                    + "so that their cells can be lit. Rows of equal index are the same row.")
    Mono<Heatmap> matches(@RequestBody MatchesRequest request) {
        HeatmapQuery query = request.checked(checks);
        return questions.answer(store -> heatmaps.count(query, store));
    }
}
