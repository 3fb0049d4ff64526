package io.hotspan.telemetry.rollup;

/** Bytes that are no batch of rollups; the message says why. */
public final class MalformedRollupException extends Exception {
    MalformedRollupException(String message) {
        super(message);
    }
}
