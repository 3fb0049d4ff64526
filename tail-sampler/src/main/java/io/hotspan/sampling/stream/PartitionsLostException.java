package io.hotspan.sampling.stream;

/** The group took this worker's partitions before it could finish its transaction. */
final class PartitionsLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartitionsLostException(String message) {
        super(message);
    }
}
