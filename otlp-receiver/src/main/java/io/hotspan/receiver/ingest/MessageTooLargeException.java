package io.hotspan.receiver.ingest;

/** The message is larger than one may be, as sent or decompressed. */
public final class MessageTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MessageTooLargeException(long maxBytes) {
        super("the message exceeds " + maxBytes + " bytes, which is the most it may have, decompressed");
    }
}
