package io.hotspan.embedded.testing;

import java.util.UUID;

/** Hands out name prefixes on one broker. */
record SharedKafka(String bootstrapServers) implements TestKafka {

    @Override
    public String freshPrefix() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }
}
