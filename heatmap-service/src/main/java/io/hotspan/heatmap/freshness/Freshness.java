package io.hotspan.heatmap.freshness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How recent the stored spans are. */
@Schema(description = "How recent the stored spans are.")
record Freshness(
        @Schema(
                description = "Start of the newest stored span; null if there is none.",
                example = "2026-03-01T14:29:58.123456789Z")
        @Nullable
        Instant newestSpan,

        @Schema(description = "How many stored spans started within the last hour.", example = "120417")
        long spansLastHour) {}
