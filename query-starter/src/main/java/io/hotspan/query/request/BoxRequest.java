package io.hotspan.query.request;

import io.hotspan.spanstore.predicate.LatencyBox;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box drawn on a heatmap. */
@Schema(
        name = "Box",
        description = "A box drawn on a heatmap: from <= start < to and aboveNanos < duration <= upToNanos.")
public record BoxRequest(
        @Schema(
                description = "Left edge, inclusive.",
                format = "date-time",
                example = "2026-03-01T14:10:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String from,

        @Schema(
                description = "Right edge, exclusive.",
                format = "date-time",
                example = "2026-03-01T14:15:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String to,

        @Schema(
                description = "Lower edge in nanoseconds, exclusive: a row's aboveNanos.",
                minimum = "-1",
                example = "1073741823",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Long aboveNanos,

        @Schema(
                description = "Upper edge in nanoseconds, inclusive: a row's upToNanos.",
                minimum = "0",
                example = "5108940808",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Long upToNanos,

        @Schema(
                description = "Only spans whose status is error.",
                defaultValue = "false",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Boolean errorsOnly) {

    /** The most boxes of one request. */
    public static final int MAX_BOXES = 20;

    /**
     * All boxes of a request, or a refusal of the field at fault.
     *
     * @param name how the request calls the list
     */
    public static List<Box> checked(String name, List<@Nullable BoxRequest> boxes, RequestChecks checks) {
        if (boxes.size() > MAX_BOXES) {
            throw checks.refused(name, boxes.size() + " are too many", "at most " + MAX_BOXES + " boxes");
        }
        List<Box> checked = new ArrayList<>();
        for (BoxRequest box : boxes) {
            String element = name + "[" + checked.size() + "]";
            checked.add(checks.present(element, box, "a box").checked(element, checks));
        }
        return checked;
    }

    /**
     * The box, or a refusal of the field at fault.
     *
     * @param name how the request calls this box, for example {@code boxes[0]}
     */
    private Box checked(String name, RequestChecks checks) {
        long above = checks.present(name + ".aboveNanos", aboveNanos, "a duration in nanoseconds, or -1");
        long upTo = checks.present(name + ".upToNanos", upToNanos, "a duration in nanoseconds");
        if (above < -1) {
            throw checks.refused(name + ".aboveNanos", "is negative", "a duration in nanoseconds, or -1");
        }
        if (upTo <= above) {
            throw checks.refused(name + ".upToNanos", "the box is empty", "more than aboveNanos");
        }
        return new Box(
                new LatencyBox(checks.rangeOfAnyLength(name + ".from", from, name + ".to", to), above, upTo),
                Boolean.TRUE.equals(errorsOnly));
    }
}
