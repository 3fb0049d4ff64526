package io.hotspan.sampling.policy;

/** Keeps every trace. */
public record AlwaysPolicy(String name) implements Policy {

    @Override
    public String reason() {
        return "always";
    }
}
