package io.hotspan.embedded.clickhouse;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to start the engine.
 *
 * @param directory where data, configuration and logs lie; kept between runs
 * @param port HTTP port on 127.0.0.1; 0 takes a free one
 * @param maxMemoryBytes what queries, inserts, merges and caches may use together
 * @param startTimeout how long to wait for the first answer
 */
public record ClickHouseOptions(Path directory, int port, long maxMemoryBytes, Duration startTimeout) {

    private static final long DEFAULT_MAX_MEMORY_BYTES = 1_200L << 20;

    public ClickHouseOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (maxMemoryBytes < 256L << 20) {
            throw new IllegalArgumentException("maxMemoryBytes must be at least 256 MiB, not " + maxMemoryBytes);
        }
    }

    public static ClickHouseOptions of(Path directory, int port) {
        return new ClickHouseOptions(directory, port, DEFAULT_MAX_MEMORY_BYTES, Duration.ofSeconds(60));
    }
}
