package io.hotspan.sampling.policy;

/** Keeps every trace with at least one span of status error. */
public record ErrorPolicy(String name) implements Policy {

    @Override
    public String reason() {
        return "error";
    }
}
