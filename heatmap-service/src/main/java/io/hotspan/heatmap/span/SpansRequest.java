package io.hotspan.heatmap.span;

import io.hotspan.query.request.Box;
import io.hotspan.query.request.BoxRequest;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/v1/spans} takes. */
@Schema(description = "Which spans to list: those of a heatmap that lie in any of the boxes.")
record SpansRequest(
        @Schema(
                description = "Start of the range, inclusive.",
                format = "date-time",
                example = "2026-03-01T14:00:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String from,

        @Schema(
                description = "End of the range, exclusive.",
                format = "date-time",
                example = "2026-03-01T14:30:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String to,

        @Schema(
                description = "TraceQL spanset filter; empty or {} for every span.",
                example = "{ resource.service.name = \"api-gateway\" }",
                defaultValue = "",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String filter,

        @Schema(
                description =
                        "root: spans without a parent. entry: server and consumer spans, and roots. all: every span.",
                allowableValues = {"root", "entry", "all"},
                defaultValue = "root",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String scope,

        @ArraySchema(
                maxItems = MAX_BOXES,
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

    private static final int MAX_BOXES = 20;
    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 50;

    SpansQuery checked(RequestChecks checks) {
        return new SpansQuery(
                checks.range(from, to),
                checks.filter("filter", filter),
                checks.scope(scope),
                checkedBoxes(checks),
                checks.between("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT),
                order(checks));
    }

    private List<Box> checkedBoxes(RequestChecks checks) {
        if (boxes == null) {
            return List.of();
        }
        if (boxes.size() > MAX_BOXES) {
            throw checks.refused("boxes", boxes.size() + " are too many", "at most " + MAX_BOXES + " boxes");
        }
        List<Box> checked = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            String name = "boxes[" + i + "]";
            checked.add(checks.present(name, boxes.get(i), "a box").checked(name, checks));
        }
        return checked;
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
