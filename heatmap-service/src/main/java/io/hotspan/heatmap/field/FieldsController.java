package io.hotspan.heatmap.field;

import io.hotspan.heatmap.HeatmapLimits;
import io.hotspan.heatmap.field.ValueLookup.Wanted;
import io.hotspan.query.Questions;
import io.hotspan.query.request.RequestChecks;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Fields and their values. */
@RestController
@RequestMapping("/api/v1/fields")
@Tag(name = "Fields", description = "Names and values for completion in the filter's editor.")
final class FieldsController {
    private static final int MAX_VALUES = 1_000;
    private static final int DEFAULT_VALUES = 50;
    private static final int MAX_PREFIX = 1_000;

    private final RequestChecks checks;
    private final Questions questions;
    private final FieldLookup fields;
    private final ValueLookup values;

    FieldsController(RequestChecks checks, Questions questions, HeatmapLimits limits) {
        this.checks = checks;
        this.questions = questions;
        NewestSpans newest = new NewestSpans(limits);
        this.fields = new FieldLookup(newest);
        this.values = new ValueLookup(newest);
    }

    @GetMapping
    @Operation(
            operationId = "fields",
            summary = "The fields spans have",
            description = "Reads the newest spans of the range, enough to meet all but rare fields.")
    Mono<Fields> fields(
            @Parameter(
                            description = "Start of the range, inclusive.",
                            required = true,
                            example = "2026-03-01T14:00:00Z",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "End of the range, exclusive.",
                            required = true,
                            example = "2026-03-01T14:30:00Z",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "Only spans that match this TraceQL filter.")
                    @RequestParam(required = false)
                    @Nullable
                    String filter) {
        TimeRange range = checks.range(from, to);
        SpanFilter matching = checks.filter("filter", filter);
        return questions.answer(store -> fields.find(range, matching, store));
    }

    @GetMapping("/values")
    @Operation(
            operationId = "fieldValues",
            summary = "The values a field has",
            description = "Reads the newest spans of the range that have the field, and counts its values. "
                    + "Durations are not listed.")
    Mono<FieldValues> values(
            @Parameter(
                            description = "A field as the filter language writes it.",
                            required = true,
                            example = "span.http.route")
                    @RequestParam(required = false)
                    @Nullable
                    String field,
            @Parameter(
                            description = "Start of the range, inclusive.",
                            required = true,
                            example = "2026-03-01T14:00:00Z",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "End of the range, exclusive.",
                            required = true,
                            example = "2026-03-01T14:30:00Z",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "Only values that start with this text.", example = "/api")
                    @RequestParam(defaultValue = "")
                    String prefix,
            @Parameter(description = "Only spans that match this TraceQL filter.")
                    @RequestParam(required = false)
                    @Nullable
                    String filter,
            @Parameter(
                            description = "At most so many values.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        if (prefix.length() > MAX_PREFIX) {
            throw checks.refused("prefix", "is too long", "at most " + MAX_PREFIX + " characters");
        }
        Wanted wanted = new Wanted(
                FieldNames.parse(field, checks),
                prefix,
                checks.range(from, to),
                checks.filter("filter", filter),
                checks.between("limit", limit, 1, MAX_VALUES, DEFAULT_VALUES));
        return questions.answer(store -> values.find(wanted, store));
    }
}
