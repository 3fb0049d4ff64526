package io.hotspan.query.request;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * The spans a question is about. Requests hold it unwrapped ({@code @JsonUnwrapped}): its fields stand beside theirs.
 *
 * @param from RFC 3339; as text, so that a refusal can say what is accepted
 */
public record PopulationRequest(
        @Schema(
                description = "Start of the range, inclusive.",
                format = "date-time",
                example = "2026-03-01T14:00:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String from,

        @Schema(
                description = "End of the range, exclusive.",
                format = "date-time",
                example = "2026-03-01T14:30:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String to,

        @Schema(
                description = "TraceQL spanset filter; empty or {} for every span.",
                example = "{ resource.service.name = \"api-gateway\" && duration > 1s }",
                defaultValue = "",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String filter,

        @Schema(
                description =
                        "root: spans without a parent. entry: server and consumer spans, and roots. all: every span.",
                allowableValues = {"root", "entry", "all"},
                defaultValue = "root",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String scope) {

    /** What is meant, or a refusal of the field at fault. */
    public Population checked(RequestChecks checks) {
        return new Population(checks.range(from, to), checks.filter("filter", filter), checks.scope(scope));
    }
}
