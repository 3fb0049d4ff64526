package io.hotspan.comparison.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** Something a reader of the figures should know. */
@Schema(name = "ComparisonNotice", description = "Something a reader of the figures should know.")
public record Notice(
        Code code,

        @Schema(description = "A sentence to show.", example = "Nothing was selected.")
        String message) {

    /** What a notice is about. */
    @Schema(
            name = "ComparisonNoticeCode",
            description =
                    "empty-selection, empty-baseline: nothing to compare. few-spans: only large differences can be told "
                            + "from chance. sampled: counts are estimates. computed: the table lacks columns that would make this faster. "
                            + "operations-matched: the baseline is weighted to the selection's mix of operations.")
    public enum Code {
        @JsonProperty("empty-selection")
        EMPTY_SELECTION,
        @JsonProperty("empty-baseline")
        EMPTY_BASELINE,
        @JsonProperty("few-spans")
        FEW_SPANS,
        @JsonProperty("sampled")
        SAMPLED,
        @JsonProperty("computed")
        COMPUTED,
        @JsonProperty("operations-matched")
        OPERATIONS_MATCHED
    }
}
