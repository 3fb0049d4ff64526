package io.hotspan.heatmap.span;

import io.hotspan.query.Questions;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The spans behind boxes drawn on a heatmap. */
@RestController
@Tag(name = "Spans", description = "The spans behind boxes drawn on a heatmap.")
final class SpansController {
    private final RequestChecks checks;
    private final Questions questions;

    SpansController(RequestChecks checks, Questions questions) {
        this.checks = checks;
        this.questions = questions;
    }

    @PostMapping("/api/v1/spans")
    @Operation(
            operationId = "spans",
            summary = "Spans in boxes",
            description = "Lists stored spans that lie in any of the boxes, and says how many there are.")
    Mono<Spans> spans(@RequestBody SpansRequest request) {
        SpansQuery query = request.checked(checks);
        return questions.answer(store -> SpanSearch.find(query, store));
    }
}
