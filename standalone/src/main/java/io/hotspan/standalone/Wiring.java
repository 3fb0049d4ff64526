package io.hotspan.standalone;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.hotspan.embedded.redis.EmbeddedRedis;
import java.util.Map;
import java.util.TreeMap;

/** Who listens where in this run. */
final class Wiring {

    /** The ports of the design; the next free one where one is taken. */
    private static final Map<String, Integer> PREFERRED = new TreeMap<>(Map.of(
            "tail-sampler",
            8080,
            Service.SAMPLER_METRICS,
            9090,
            "heatmap-service",
            8081,
            "comparison-service",
            8082,
            "otlp-receiver",
            8085,
            "span-writer",
            8086,
            "trace-generator",
            8087));

    private final EmbeddedClickHouse clickHouse;
    private final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;
    private final Map<String, Integer> ports = new TreeMap<>();

    Wiring(EmbeddedClickHouse clickHouse, EmbeddedKafka kafka, EmbeddedRedis redis, Ports free) {
        this.clickHouse = clickHouse;
        this.kafka = kafka;
        this.redis = redis;
        PREFERRED.forEach((service, port) -> ports.put(service, free.prefer(port)));
    }

    int port(String service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalArgumentException("No port is set aside for " + service);
        }
        return port;
    }

    /** Base URL of a service's REST interface, health and metrics. */
    String url(String service) {
        return "http://%s:%d".formatted(LoopbackPort.ADDRESS, port(service));
    }

    /** Settings that name the servers, the same for every service. */
    Map<String, Object> servers() {
        return Map.of(
                "spring.kafka.bootstrap-servers", kafka.bootstrapServers(),
                "hotspan.sampler.redis.url", redis.url(),
                "hotspan.clickhouse.url", clickHouse.httpUrl(),
                "hotspan.sampler.clickhouse.url", clickHouse.httpUrl(),
                "hotspan.clickhouse.max-memory", "1GB");
    }
}
