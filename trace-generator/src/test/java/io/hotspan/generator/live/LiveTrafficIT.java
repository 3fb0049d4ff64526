package io.hotspan.generator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.generator.OtlpCollector;
import io.hotspan.generator.TraceGeneratorApplication;
import io.hotspan.service.HotspanService;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class LiveTrafficIT {

    @Test
    void traffic_withDefaults_reachesACollectorAtThePaceAsked() {
        try (OtlpCollector collector = OtlpCollector.start(0);
                ConfigurableApplicationContext generator = start(collector)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> collector.spans() > 2_000);
            assertThat(generator.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(OtlpCollector collector) {
        return HotspanService.run(
                TraceGeneratorApplication.class,
                "trace-generator",
                "--server.port=0",
                "--hotspan.generator.otlp-grpc-endpoint=" + collector.endpoint());
    }
}
