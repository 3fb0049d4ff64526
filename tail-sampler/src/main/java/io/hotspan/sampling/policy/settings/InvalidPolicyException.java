package io.hotspan.sampling.policy.settings;

/** A policy that cannot be had as it is configured; says what to change. */
public final class InvalidPolicyException extends IllegalArgumentException {

    private final String setting;

    InvalidPolicyException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    InvalidPolicyException(String setting, IllegalArgumentException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.setting = setting;
    }

    /** The setting at fault, seen from the list of policies, such as {@code [1].at-least}. */
    public String setting() {
        return setting;
    }

    /** The same, seen from one level further out. */
    InvalidPolicyException within(String outer) {
        String path = setting.isEmpty() ? outer : outer + "." + setting;
        return new InvalidPolicyException(path, this);
    }
}
