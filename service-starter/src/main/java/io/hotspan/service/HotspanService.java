package io.hotspan.service;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service so that several of them fit into one process. */
public final class HotspanService {
    /** What holds for every service; its own YAML, the environment and arguments come before these. */
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("spring.threads.virtual.enabled", true),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "8s"),
            Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", true),
            // "300" is no number, 1 is no true; 1.5 is no whole number.
            Map.entry("spring.jackson.mapper.allow-coercion-of-scalars", false),
            Map.entry("spring.jackson.deserialization.accept-float-as-int", false),
            Map.entry("spring.jackson.default-property-inclusion", "always"),
            Map.entry("spring.http.codecs.max-in-memory-size", "1MB"),
            // Holds the longest filter, 10,000 characters, as a query parameter with each of them escaped.
            Map.entry("server.netty.max-initial-line-length", "64KB"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,prometheus"),
            Map.entry("management.endpoint.health.probes.enabled", true),
            Map.entry("management.endpoint.health.show-components", "always"),
            Map.entry("management.endpoint.health.show-details", "always"),
            Map.entry("springdoc.api-docs.enabled", true),
            // Written to a file and compared: its order must not depend on the machine.
            Map.entry("springdoc.writer-with-order-by-keys", true),
            Map.entry("springdoc.override-with-generic-response", false),
            Map.entry("springdoc.default-produces-media-type", "application/json"));

    private HotspanService() {}

    /**
     * Runs {@code application} with the settings of {@code <name>.yml}. Every service has a file of its own name, for
     * on one class path an {@code application.yml} would hide the next one.
     */
    public static ConfigurableApplicationContext run(Class<?> application, String name, String... args) {
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.REACTIVE)
                .properties(DEFAULTS)
                .properties(Map.of("spring.config.name", name, "spring.application.name", name))
                .run(args);
    }
}
