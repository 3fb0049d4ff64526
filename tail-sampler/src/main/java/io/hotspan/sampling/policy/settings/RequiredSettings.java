package io.hotspan.sampling.policy.settings;

import org.jspecify.annotations.Nullable;

/**
 * Settings that a policy cannot do without.
 *
 * @param policy its name
 */
record RequiredSettings(String policy) {

    /** The value; refuses one that is missing with an example of what it could be. */
    <T> T require(String setting, String example, @Nullable T value) {
        if (value == null) {
            throw new InvalidPolicyException("", "policy " + policy + " needs " + setting + ", such as " + example);
        }
        return value;
    }
}
