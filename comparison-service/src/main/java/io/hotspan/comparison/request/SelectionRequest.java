package io.hotspan.comparison.request;

import io.hotspan.query.request.BoxRequest;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans to explain: by boxes on a heatmap, or by a filter. */
@Schema(
        description =
                "The spans to explain: those in any of the boxes, or those that match the predicate. One of the two.")
record SelectionRequest(
        @Schema(description = "1 to 20 boxes.", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        List<@Nullable BoxRequest> boxes,

        @Schema(
                description = "A TraceQL spanset filter.",
                example = "{ status = error }",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String predicate) {

    private static final String ACCEPTED = "either boxes or a predicate";

    Selection checked(RequestChecks checks) {
        if (boxes != null && predicate != null) {
            throw checks.refused("selection.predicate", "stands beside boxes", ACCEPTED);
        }
        if (predicate != null) {
            return new Selection.Matching(checks.filter("selection.predicate", predicate));
        }
        List<@Nullable BoxRequest> drawn = checks.present("selection.boxes", boxes, ACCEPTED);
        if (drawn.isEmpty()) {
            throw checks.refused("selection.boxes", "is empty", "1 to " + BoxRequest.MAX_BOXES + " boxes");
        }
        return new Selection.InBoxes(BoxRequest.checked("selection.boxes", drawn, checks));
    }
}
