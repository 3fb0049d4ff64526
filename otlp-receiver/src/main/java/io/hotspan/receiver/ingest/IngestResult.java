package io.hotspan.receiver.ingest;

import java.time.Duration;

/** What became of a batch. */
public sealed interface IngestResult {

    /** Kafka has every span that was not refused; at least one span was taken, or the batch was empty. */
    record Taken(int spans, Refusals refusals) implements IngestResult {}

    /** No span of the batch could be taken, and sending it again will not help. */
    record Refused(String message) implements IngestResult {}

    /** Kafka could not be reached or did not answer in time: the whole batch is to be sent again. */
    record Unavailable(String message, Duration retryAfter) implements IngestResult {}
}
