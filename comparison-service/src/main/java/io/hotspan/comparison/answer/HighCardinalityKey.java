package io.hotspan.comparison.answer;

import io.hotspan.comparison.answer.AttributeDifference.AttributeScope;
import io.swagger.v3.oas.annotations.media.Schema;

/** An attribute that is set aside because it has too many values. */
@Schema(description = "An attribute with too many values to compare one by one.")
public record HighCardinalityKey(
        AttributeScope scope,

        @Schema(example = "request.id") String key,

        @Schema(description = "How many values a sample of up to 100,000 spans showed.", example = "99310")
        long distinct,

        @Schema(description = "Share of the selection that has the attribute.", example = "1")
        double selectedPresent,

        @Schema(description = "Share of the baseline that has it.", example = "1")
        double baselinePresent) {}
