package io.hotspan.comparison.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotspan.comparison.count.AttributeKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an attribute's values are spread over both sides. */
@Schema(description = "How an attribute's values are spread over both sides.")
public record AttributeDifference(
        AttributeScope scope,

        @Schema(description = "The attribute's key.", example = "feature_flag")
        String key,

        @Schema(
                description =
                        "How much the strongest value's share differs at least, from 0 to 1: the end of its interval "
                                + "that is nearer to zero. Not above 0 where chance explains the difference.",
                example = "0.93")
        double score,

        @Schema(description = "Whether more than chance is behind the difference.")
        boolean beyondChance,

        @Schema(description = "How many values the attribute has on both sides together.", example = "5")
        long distinct,

        @Schema(description = "Values whose shares differ most, strongest first.")
        List<ValueDifference> values,

        @Schema(description = "The values not listed, together.")
        OtherValues otherValues,

        @Schema(description = "Attributes whose strongest value lies on exactly the same spans: they say the same.")
        List<SameAs> sameAs) {
    public AttributeDifference {
        values = List.copyOf(values);
        sameAs = List.copyOf(sameAs);
    }

    /** This attribute, scored no higher. */
    public AttributeDifference withScoreAtMost(double limit) {
        return new AttributeDifference(
                scope, key, Math.min(score, limit), beyondChance, distinct, values, otherValues, sameAs);
    }

    /** This attribute with one more that says the same. */
    public AttributeDifference withSame(AttributeDifference other) {
        List<SameAs> same = new ArrayList<>(sameAs);
        same.add(new SameAs(other.scope, other.key, other.values.getFirst().value()));
        return new AttributeDifference(scope, key, score, beyondChance, distinct, values, otherValues, same);
    }

    /** Where an attribute is. */
    @Schema(name = "AttributeScope")
    public enum AttributeScope {
        @JsonProperty("span")
        SPAN,
        @JsonProperty("resource")
        RESOURCE,
        @JsonProperty("intrinsic")
        INTRINSIC;

        /** The same in the words of the answer. */
        public static AttributeScope of(AttributeKey.Scope scope) {
            return switch (scope) {
                case SPAN -> SPAN;
                case RESOURCE -> RESOURCE;
                case INTRINSIC -> INTRINSIC;
            };
        }
    }

    /** One value on both sides. */
    @Schema(description = "One value on both sides.")
    public record ValueDifference(
            @Schema(description = "The value; null for the spans without the attribute.", nullable = true) @Nullable
            String value,

            @Schema(description = "Selected spans that have it.", example = "1370")
            double selected,

            @Schema(description = "Of them, rows in the store.", example = "1370")
            long selectedStored,

            @Schema(description = "Their share of the selection, 0 to 1.", example = "0.97")
            double selectedShare,

            @Schema(description = "Spans of the baseline that have it.", example = "801")
            double baseline,

            @Schema(description = "Of them, rows in the store.", example = "801")
            long baselineStored,

            @Schema(description = "Their share of the baseline, 0 to 1.", example = "0.02")
            double baselineShare,

            @Schema(description = "selectedShare - baselineShare.", example = "0.95")
            double difference,

            @Schema(description = "The lower end of the difference's confidence interval.", example = "0.93")
            double low,

            @Schema(description = "The upper end.", example = "0.97")
            double high) {}

    /** Everything that is not listed. */
    @Schema(description = "The values not listed, together.")
    public record OtherValues(
            @Schema(description = "How many values.", example = "0")
            long distinct,

            @Schema(description = "Their share of the selection.", example = "0")
            double selectedShare,

            @Schema(description = "Their share of the baseline.", example = "0")
            double baselineShare) {}

    /** An attribute that says the same. */
    @Schema(description = "An attribute whose strongest value lies on the same spans.")
    public record SameAs(
            AttributeScope scope,

            @Schema(example = "url.path") String key,

            @Schema(nullable = true) @Nullable String value) {}
}
