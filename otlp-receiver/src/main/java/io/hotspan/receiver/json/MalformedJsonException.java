package io.hotspan.receiver.json;

/** The bytes are not OTLP's JSON encoding of a message. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
