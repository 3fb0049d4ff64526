package io.hotspan.generator.backfill;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a job stands; the last three are final. */
public enum BackfillState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
