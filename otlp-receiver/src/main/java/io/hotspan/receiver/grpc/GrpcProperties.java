package io.hotspan.receiver.grpc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * OTLP over gRPC.
 *
 * @param address address to listen at
 * @param port port to listen at; 0 takes a free one
 * @param maxConcurrentCalls requests one connection may have open
 */
@ConfigurationProperties("hotspan.receiver.grpc")
record GrpcProperties(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("4317") int port,
        @DefaultValue("100") int maxConcurrentCalls) {

    GrpcProperties {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("hotspan.receiver.grpc.port must lie between 0 and 65535");
        }
        if (maxConcurrentCalls < 1) {
            throw new IllegalArgumentException("hotspan.receiver.grpc.max-concurrent-calls must be at least 1");
        }
    }
}
