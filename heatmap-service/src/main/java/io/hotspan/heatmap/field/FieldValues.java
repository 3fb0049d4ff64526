package io.hotspan.heatmap.field;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The values a field has. */
@Schema(description = "A field's values, most frequent first.")
record FieldValues(
        List<FieldValue> values,

        @Schema(description = "True if there are more values than are listed.")
        boolean capped,

        @Schema(description = "True if only the newest spans were read, or time ran out: a rare value may be missing.")
        boolean approximate,

        @Schema(description = "How many spans were read.", example = "200000")
        long spansRead) {

    FieldValues {
        values = List.copyOf(values);
    }

    /** A value and how often it was met. */
    @Schema(description = "A value and how often it was met.")
    record FieldValue(
            @Schema(description = "The value as text.", example = "/cart/checkout")
            String value,

            @Schema(description = "In how many of the spans read.", example = "4211")
            long count) {}
}
