package io.hotspan.heatmap.cells;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** Something a reader of the figures should know. */
@Schema(description = "Something a reader of the figures should know.")
record Notice(
        Code code,

        @Schema(description = "A sentence to show.", example = "Estimated from 12,345 kept spans.")
        String message) {

    /** What a notice is about. */
    @Schema(
            name = "NoticeCode",
            description =
                    "sampled: counts are estimates. partly-counted: not all of the range was counted before sampling, "
                            + "which is why. names-folded: nor do those counts tell which spans match, because names "
                            + "beyond a limit are counted as one. weights-unknown: the table records no weights, so "
                            + "every stored span counts once. computed: the table lacks columns that would make this "
                            + "faster.")
    enum Code {
        @JsonProperty("sampled")
        SAMPLED,
        @JsonProperty("partly-counted")
        PARTLY_COUNTED,
        @JsonProperty("names-folded")
        NAMES_FOLDED,
        @JsonProperty("weights-unknown")
        WEIGHTS_UNKNOWN,
        @JsonProperty("computed")
        COMPUTED
    }
}
