package io.hotspan.sampling.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One policy as configured.
 *
 * @param name unique, shown as {@code sampling.policy}
 * @param type what it looks at
 * @param atLeast for {@code latency}: keep traces that took this long or longer
 * @param probability for {@code probability}: share to keep, 0 to 1
 */
public record PolicyProperties(
        String name,
        Type type,
        @Nullable Duration atLeast,
        @Nullable Double probability) {

    /** What a policy looks at. */
    public enum Type {
        ERROR,
        LATENCY,
        PROBABILITY
    }

    // The parameters come from a file: what its author left out arrives as null, whatever the types say.
    @SuppressWarnings("ConstantValue")
    public PolicyProperties {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("every policy needs a name");
        }
        if (type == null) {
            throw new IllegalArgumentException("policy " + name + " needs a type: error, latency or probability");
        }
    }

    /** The policy; refuses settings that are missing, out of range or of another type. */
    public Policy toPolicy() {
        return switch (type) {
            case ERROR -> {
                refuse("at-least", atLeast);
                refuse("probability", probability);
                yield new ErrorPolicy(name);
            }
            case LATENCY -> {
                refuse("probability", probability);
                yield new LatencyPolicy(name, require("at-least", "2s", atLeast));
            }
            case PROBABILITY -> {
                refuse("at-least", atLeast);
                yield new ProbabilityPolicy(name, require("probability", "0.1", probability));
            }
        };
    }

    private <T> T require(String setting, String example, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("policy " + name + " needs " + setting + ", such as " + example);
        }
        return value;
    }

    private void refuse(String setting, @Nullable Object value) {
        if (value != null) {
            throw new IllegalArgumentException("policy " + name + " has no setting " + setting + "; remove it");
        }
    }
}
