package io.hotspan.sampling.replay.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which policies to try on which part of the log. */
record ReplayRequest(
        @Schema(
                description = "Traces that begin from here on; unset, from the beginning of the log",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Instant from,

        @Schema(description = "and before here; unset, now", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Instant to,

        @Schema(
                description =
                        "How policies of different opinion agree; unset, all-vote. Policies as text have their own",
                allowableValues = {"all-vote", "first-match"},
                type = "string",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String precedence,

        @Schema(
                description = "A list of policies as in the policies file, or such a file's whole content as text",
                types = {"array", "string"})
        @Nullable
        JsonNode policies) {}
