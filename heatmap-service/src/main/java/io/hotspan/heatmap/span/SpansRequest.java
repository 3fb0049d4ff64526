package io.hotspan.heatmap.span;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotspan.query.request.BoxRequest;
import io.hotspan.query.request.PopulationRequest;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/v1/spans} takes. */
@Schema(description = "Which spans to list: those of a heatmap that lie in any of the boxes.")
record SpansRequest(
        @JsonUnwrapped PopulationRequest population,

        @ArraySchema(
                maxItems = BoxRequest.MAX_BOXES,
                arraySchema =
                        @Schema(
                                description = "Spans in any of them; none for the whole range.",
                                requiredMode = RequiredMode.NOT_REQUIRED))
        @Nullable
        List<@Nullable BoxRequest> boxes,

        @Schema(
                description = "At most so many spans.",
                minimum = "1",
                maximum = "1000",
                defaultValue = "50",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Integer limit,

        @Schema(
                description =
                        "slowest: longest first. newest: latest first. errors: errors first, longest first among them.",
                allowableValues = {"slowest", "newest", "errors"},
                defaultValue = "slowest",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String sort) {

    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 50;

    SpansQuery checked(RequestChecks checks) {
        return new SpansQuery(
                population.checked(checks),
                boxes == null ? List.of() : BoxRequest.checked("boxes", boxes, checks),
                checks.between("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT),
                order(checks));
    }

    private SpanOrder order(RequestChecks checks) {
        return switch (sort) {
            case null -> SpanOrder.SLOWEST;
            case "slowest" -> SpanOrder.SLOWEST;
            case "newest" -> SpanOrder.NEWEST;
            case "errors" -> SpanOrder.ERRORS;
            default -> throw checks.refused("sort", "there is no such order", "slowest, newest or errors");
        };
    }
}
