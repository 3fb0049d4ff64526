package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health shows ClickHouse; the starter's tests have the ways in which it can be away. */
class HealthIT {
    @TempDir
    Path data;

    @Test
    void clickHouseThatStopsAndComesBack_isDownMeanwhile() {
        int port = LoopbackPort.free();
        try (RunningService service = RunningService.at("http://127.0.0.1:" + port, "otel")) {
            assertHealth(service, 503, "DOWN");

            try (EmbeddedClickHouse _ = EmbeddedClickHouse.start(data, port)) {
                assertHealth(service, 200, "UP");
            }
            assertHealth(service, 503, "DOWN");

            try (EmbeddedClickHouse _ = EmbeddedClickHouse.start(data, port)) {
                assertHealth(service, 200, "UP");
            }
        }
    }

    private static void assertHealth(RunningService service, int status, String clickHouse) {
        Answer all = service.get("/actuator/health", Map.of());
        assertThat(all.status()).isEqualTo(status);
        assertThat(all.text("/components/clickHouse/status")).isEqualTo(clickHouse);
        assertThat(service.get("/actuator/health/readiness", Map.of()).status()).isEqualTo(status);
        assertThat(service.get("/actuator/health/liveness", Map.of()).status()).isEqualTo(200);
    }
}
