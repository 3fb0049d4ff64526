package io.hotspan.writer.batch;

/** Where letters go. */
@FunctionalInterface
public interface DeadLetterTopic {

    /** Makes the topic if it is missing; fails if Kafka cannot be asked. */
    void ensure();
}
