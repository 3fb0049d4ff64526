package io.hotspan.sampling.replay.admin;

import io.hotspan.sampling.replay.LostErrors;
import io.hotspan.sampling.replay.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replay as clients see it. */
@Schema(name = "Replay", description = "A replay: its progress, and its result so far")
record ReplayView(
        String id,
        ReplayState state,

        @Schema(description = "Traces that begin from here on, in the time of the records")
        Instant from,

        @Schema(description = "and before here") Instant to,

        @Schema(description = "Names of the policies that are tried")
        List<String> policies,

        @Schema(description = "Names of the policies they are compared with, which were in force at the start")
        List<String> policiesInForce,

        @Schema(description = "Offsets of the input read so far")
        long offsetsRead,

        @Schema(description = "Offsets there are to read; 0 until that is known")
        long offsetsTotal,

        @Schema(description = "What the policies that are tried make of the traces")
        Outcome candidate,

        @Schema(description = "What the policies in force make of the same traces")
        Outcome inForce,

        @Schema(description = "Failed traces that the policies which are tried drop")
        LostErrors errorsLost,

        @Schema(description = "Traces decided before they were due, for lack of memory")
        long tracesDecidedEarly,

        @Schema(description = "What makes the result less than exact")
        List<String> notices,

        Instant createdAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Why it failed") @Nullable String failure) {}
