package io.hotspan.heatmap.filter;

import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells an editor whether a filter can be understood. */
@RestController
@Tag(name = "Filter", description = "What an editor needs while a filter is typed.")
final class FilterController {
    private final RequestChecks checks;

    FilterController(RequestChecks checks) {
        this.checks = checks;
    }

    @GetMapping("/api/v1/filter/parse")
    @Operation(
            operationId = "parse",
            summary = "Checks a filter",
            description = "Answers 400 with the column of the first fault if the filter cannot be understood.")
    ParsedFilter parse(
            @Parameter(
                            description = "TraceQL spanset filter; empty or {} matches every span.",
                            required = true,
                            example = "{ span.http.route = \"/cart/checkout\" && duration > 1s }")
                    @RequestParam(required = false)
                    @Nullable
                    String filter) {
        checks.filter("filter", checks.present("filter", filter, "a TraceQL filter; empty for every span"));
        return new ParsedFilter(true);
    }

    /** A filter that can be understood. */
    @Schema(description = "The filter can be understood.")
    record ParsedFilter(
            @Schema(description = "Always true; a fault is a problem detail.")
            boolean ok) {}
}
