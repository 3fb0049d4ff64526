package io.hotspan.sampling.rule.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.MatchOp;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A force rule as a client asks for it. */
@Schema(name = "ForceRuleRequest")
record RuleRequest(
        @Schema(example = "Force sample all demo-service traces", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        String description,

        @JsonProperty("duration_secs")
        @Schema(
                description = "How long the rule is in force from now on, 30 days at most.",
                minimum = "1",
                maximum = "2592000",
                defaultValue = "3600",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Long durationSecs,

        @Schema(
                description =
                        "Of several rules that match, the one with the highest decides; of equal ones the oldest.",
                defaultValue = "0",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Integer priority,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        MatchRequest match,

        @Schema(requiredMode = RequiredMode.REQUIRED) ForceRule.@Nullable Action action,

        @Schema(defaultValue = "true", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Boolean enabled,

        @JsonProperty("max_matches")
        @Schema(
                description = "The rule decides so many traces and no more. All instances count together, so what they "
                        + "decide within about a second may come on top.",
                minimum = "1",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Long maxMatches,

        @JsonProperty("retroactive_from")
        @Schema(
                description = "For force_keep: traces dropped since then are brought back too, "
                        + "as far as the log still holds them.",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Instant retroactiveFrom,

        @JsonProperty("created_by")
        @Schema(
                description = "Who makes the rule. Nobody checks it.",
                defaultValue = "",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String createdBy) {

    /** Which traces are meant. */
    @Schema(name = "ForceRuleMatchRequest")
    record MatchRequest(
            @Schema(description = "All of them on one resource.", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
            List<@Nullable MatcherRequest> resource,

            @Schema(
                    description = "All of them on one span, and the resource matchers on that span's resource.",
                    requiredMode = RequiredMode.NOT_REQUIRED)
            @Nullable
            List<@Nullable MatcherRequest> span,

            @Schema(
                    description = "Every trace; instead of matchers, and for force_keep only.",
                    defaultValue = "false",
                    requiredMode = RequiredMode.NOT_REQUIRED)
            @Nullable
            Boolean all) {}

    /** How much later a rule is to end. */
    @Schema(name = "ForceRuleExtension")
    record Extension(
            @JsonProperty("duration_secs")
            @Schema(
                    description = "Added to the time that is left.",
                    minimum = "1",
                    example = "300",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Long durationSecs) {}

    /** A condition on one attribute. */
    @Schema(name = "ForceRuleMatcherRequest")
    record MatcherRequest(
            @Schema(example = "service.name", requiredMode = RequiredMode.REQUIRED) @Nullable
            String key,

            @Schema(example = "eq", requiredMode = RequiredMode.REQUIRED) @Nullable
            MatchOp op,

            @Schema(
                    description = "Text, a number, true or false; for in a list of them. exists goes without.",
                    types = {"string", "number", "boolean", "array"},
                    implementation = Object.class,
                    example = "demo-service",
                    requiredMode = RequiredMode.NOT_REQUIRED)
            @Nullable
            JsonNode value) {}
}
