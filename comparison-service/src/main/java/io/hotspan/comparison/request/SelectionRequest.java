package io.hotspan.comparison.request;

import io.hotspan.query.request.Box;
import io.hotspan.query.request.BoxRequest;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans to explain: by boxes on a heatmap, or by a filter. */
@Schema(
        description =
                "The spans to explain: those in any of the boxes, or those that match the predicate. One of the two.")
record SelectionRequest(
        @Schema(description = "1 to 20 boxes.", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        List<BoxRequest> boxes,

        @Schema(
                description = "A TraceQL spanset filter.",
                example = "{ status = error }",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String predicate) {

    private static final int MAX_BOXES = 20;
    private static final String ACCEPTED = "either boxes or a predicate";

    Selection checked(RequestChecks checks) {
        if (boxes != null && predicate != null) {
            throw checks.refused("selection.predicate", "stands beside boxes", ACCEPTED);
        }
        if (predicate != null) {
            return new Selection.Matching(checks.filter("selection.predicate", predicate));
        }
        List<BoxRequest> drawn = checks.present("selection.boxes", boxes, ACCEPTED);
        if (drawn.isEmpty() || drawn.size() > MAX_BOXES) {
            throw checks.refused("selection.boxes", "has " + drawn.size() + " boxes", "1 to " + MAX_BOXES + " boxes");
        }
        List<Box> checked = new ArrayList<>();
        for (BoxRequest box : drawn) {
            String name = "selection.boxes[" + checked.size() + "]";
            checked.add(checks.present(name, box, "a box").checked(name, checks));
        }
        return new Selection.InBoxes(checked);
    }
}
