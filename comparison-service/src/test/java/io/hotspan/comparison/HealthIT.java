package io.hotspan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Health shows ClickHouse; the starter's tests have the ways in which it can be away. */
class HealthIT {
    @TempDir
    Path data;

    @Test
    void clickHouseThatStopsAndComesBack_isDownMeanwhile() {
        int port = LoopbackPort.free();
        try (ComparisonServer service = ComparisonServer.at("http://127.0.0.1:" + port)) {
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

    private static void assertHealth(ComparisonServer service, int status, String clickHouse) {
        HttpResponse<String> all = service.get("/actuator/health");
        assertThat(all.statusCode()).isEqualTo(status);
        assertThat(new JsonMapper()
                        .readTree(all.body())
                        .at("/components/clickHouse/status")
                        .asString())
                .isEqualTo(clickHouse);
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(status);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
}
