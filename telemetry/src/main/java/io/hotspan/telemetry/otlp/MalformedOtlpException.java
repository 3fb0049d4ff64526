package io.hotspan.telemetry.otlp;

/** The bytes are not an OTLP trace message. Nothing of the message should be used. */
public final class MalformedOtlpException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * @param reason what is wrong, for a person to read
     * @param offset where in the array the fault was seen
     */
    public MalformedOtlpException(String reason, int offset) {
        super(reason + " at byte " + offset);
        this.offset = offset;
    }

    /** Where in the array the fault was seen. */
    public int offset() {
        return offset;
    }
}
