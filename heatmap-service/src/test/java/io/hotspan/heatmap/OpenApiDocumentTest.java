package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        try (RunningService service = RunningService.at("http://127.0.0.1:1", "otel")) {
            served = service.get("/v3/api-docs", Map.of()).body();
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
