package io.hotspan.comparison.answer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What sets a selection of spans apart from a baseline, strongest first. */
@Schema(description = "What sets the selected spans apart from the baseline.")
public record Comparison(
        Side selection,
        Side baseline,

        @Schema(description = "What the requests were like: candidates for the cause, strongest first.")
        List<AttributeDifference> attributes,

        @Schema(
                description =
                        "How the requests ended (status, response codes, errors): what came of the cause rather than "
                                + "the cause, strongest first.")
        List<AttributeDifference> outcomes,

        @Schema(
                description =
                        "Which operations the spans are: names, kinds, routes, and attributes that differ only because "
                                + "the routes do, strongest first.")
        List<AttributeDifference> operations,

        @Schema(description = "Attributes with too many values to compare one by one, such as request ids.")
        List<HighCardinalityKey> highCardinality,

        @Schema(description = "How many of `attributes` differ by more than chance explains.", example = "3")
        int beyondChance,

        @Schema(description = "The probability with which all intervals hold at once.", example = "0.95")
        double confidence,

        @Schema(description = "Whether the counts are exact rather than estimated from sampled spans.")
        boolean exact,

        List<Notice> notices) {
    public Comparison {
        attributes = List.copyOf(attributes);
        outcomes = List.copyOf(outcomes);
        operations = List.copyOf(operations);
        highCardinality = List.copyOf(highCardinality);
        notices = List.copyOf(notices);
    }
}
