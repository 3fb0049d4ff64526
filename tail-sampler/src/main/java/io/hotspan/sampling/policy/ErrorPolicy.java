package io.hotspan.sampling.policy;

import io.hotspan.sampling.probability.Threshold;

/** Keeps every trace with at least one span of status error. */
public record ErrorPolicy(String name) implements Policy {

    @Override
    public String reason() {
        return "error";
    }

    @Override
    public long threshold(TraceFacts trace) {
        return trace.errorSpans() > 0 ? Threshold.ALWAYS : Threshold.NEVER;
    }
}
