package io.hotspan.generator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.hotspan.generator.OtlpCollector;
import io.hotspan.generator.TraceGeneratorApplication;
import io.hotspan.service.HotspanService;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Live traffic into a real OTLP/gRPC endpoint. */
class LiveTrafficIT {

    @Test
    void traffic_withDefaults_keepsItsPace() {
        try (OtlpCollector collector = OtlpCollector.start(0);
                ConfigurableApplicationContext _ = start(collector)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> rootEnds(collector).size() > 400);
            List<Long> ends = rootEnds(collector);
            // From the second second on; the first one has the start of everything in it.
            long first = ends.get(50);
            double perSecond = (ends.size() - 51) / ((ends.getLast() - first) / 1e9);
            assertThat(perSecond).isCloseTo(50, within(3.0));
        }
    }

    @Test
    void traffic_toAReceiverThatComesBack_recoversByItselfAndCountsEverySpan() {
        OtlpCollector first = OtlpCollector.start(0);
        int port = first.port();
        try (ConfigurableApplicationContext generator = start(first, "--hotspan.generator.live.queue-spans=1500")) {
            MeterRegistry meters = generator.getBean(MeterRegistry.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> first.spans() > 100);
            first.answer(Status.UNAVAILABLE);
            await().atMost(Duration.ofSeconds(60)).until(() -> count(meters, "dropped") > 0);
            first.close();
            try (OtlpCollector second = OtlpCollector.start(port)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> second.spans() > 2_000);
                generator.getBean(LiveTraffic.class).change(new Traffic("storefront", 50, false));
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> meters.get("hotspan.generator.live.spans.waiting")
                                        .gauge()
                                        .value()
                                == 0);
                assertThat(count(meters, "sent")).isEqualTo((double) (first.spans() + second.spans()));
                assertThat(count(meters, "generated"))
                        .isEqualTo(count(meters, "sent") + count(meters, "failed") + count(meters, "dropped"));
            }
        }
    }

    private static double count(MeterRegistry meters, String outcome) {
        return meters.get("hotspan.generator.live.spans." + outcome).counter().count();
    }

    private static List<Long> rootEnds(OtlpCollector collector) {
        return collector.received().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .filter(span -> span.getParentSpanId().isEmpty())
                .map(Span::getEndTimeUnixNano)
                .sorted()
                .toList();
    }

    private static ConfigurableApplicationContext start(OtlpCollector collector, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--server.port=0";
        arguments[1] = "--hotspan.generator.otlp-grpc-endpoint=" + collector.endpoint();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return HotspanService.run(TraceGeneratorApplication.class, "trace-generator", arguments);
    }
}
