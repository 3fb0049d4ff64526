package io.hotspan.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed document is the one that is served; clients are generated from it. After a change of the interface
 * write it anew with {@code -Dhotspan.openapi.write=true}.
 */
class OpenApiDocumentTest {
    private static final Path COMMITTED = Path.of("openapi.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void committedDocument_isTheServedOne() throws IOException {
        JsonNode served;
        try (ConfigurableApplicationContext sampler = HotspanService.run(
                TailSamplerApplication.class,
                "tail-sampler",
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--hotspan.sampler.concurrency=1")) {
            served = new AdminClient(sampler).get("/v3/api-docs").body();
        }
        if (Boolean.getBoolean("hotspan.openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(served) + "\n");
        }

        assertThat(COMMITTED).exists();
        assertThat(JSON.readTree(Files.readString(COMMITTED)))
                .as("openapi.json; write it anew with -Dhotspan.openapi.write=true")
                .isEqualTo(served);
    }
}
