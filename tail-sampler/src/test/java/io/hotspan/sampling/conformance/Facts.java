package io.hotspan.sampling.conformance;

import io.hotspan.sampling.policy.TraceFacts;

/** A trace of one short span that went well. */
record Facts(long randomness) implements TraceFacts {

    @Override
    public int spans() {
        return 1;
    }

    @Override
    public int errorSpans() {
        return 0;
    }

    @Override
    public long durationNanos() {
        return 0;
    }

    @Override
    public long bytes() {
        return 0;
    }
}
