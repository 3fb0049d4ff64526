package io.hotspan.receiver.ingest;

import java.util.Locale;

/** How a request ended. Every request ends in exactly one of these. */
public enum RequestOutcome {
    /** Every span was taken. */
    ACCEPTED,
    /** Some spans were taken, the answer names the others. */
    PARTIAL,
    /** No span could be taken. */
    REFUSED,
    /** Not a message at all: malformed protobuf, JSON or gzip. */
    UNDECODABLE,
    /** Larger than a message may be. */
    TOO_LARGE,
    /** The receiver had no room; the client is to come back. */
    OVERLOADED,
    /** Kafka did not confirm in time; the client is to come back. */
    UNAVAILABLE,
    /** The body did not arrive in time. */
    TIMED_OUT,
    /** The client left before its message was whole. */
    ABANDONED,
    /** A fault of the receiver. */
    FAILED;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
