package io.hotspan.sampling.policy.settings;

/** A file that is no set of policies; the message names file, line and column and what to change. */
public final class InvalidPolicyFileException extends IllegalArgumentException {

    InvalidPolicyFileException(String message) {
        super(message);
    }
}
