package io.hotspan.sampling.replay.admin;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a replay stands; all but the first are final. */
enum ReplayState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED
}
