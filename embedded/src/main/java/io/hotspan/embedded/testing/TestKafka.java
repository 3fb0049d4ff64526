package io.hotspan.embedded.testing;

/** The Kafka broker that the tests of one JVM share. */
public interface TestKafka {

    String bootstrapServers();

    /** Returns a prefix for topic and group names that no other test uses, such as {@code test-3f2a-}. */
    String freshPrefix();
}
