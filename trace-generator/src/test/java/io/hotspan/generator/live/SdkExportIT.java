package io.hotspan.generator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.OtlpCollector;
import io.hotspan.generator.bulk.Timeline;
import io.hotspan.generator.bulk.TraceSource;
import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.storefront.StorefrontPack;
import io.hotspan.generator.truth.GroundTruth;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SdkExportIT {

    private static final int TRACES = 300;

    @Test
    void send_manyTraces_arrivesAsBulkWouldWriteThem() {
        StorefrontPack pack = new StorefrontPack();
        ScenarioSettings settings = ScenarioSettings.defaults(pack.scenarios());
        Timeline timeline = Timeline.steady(Instant.parse("2026-01-01T00:00:00Z"), 50);
        try (OtlpCollector collector = OtlpCollector.start(0)) {
            try (SdkExport export = new SdkExport(properties(collector), new LiveCounters(new SimpleMeterRegistry()))) {
                for (int index = 0; index < TRACES; index++) {
                    export.send(pack.trace(5, index, settings), timeline.startEpochNanos(index));
                }
                Set<String> bulk = spans(new TraceSource(pack, 5, settings, 0, timeline)
                        .batch(0, TRACES, GroundTruth.none())
                        .getResourceSpansList());
                await().atMost(Duration.ofSeconds(20)).until(() -> collector.spans() == bulk.size());
                assertThat(spans(collector.received())).isEqualTo(bulk);
            }
        }
    }

    private static Set<String> spans(List<ResourceSpans> resources) {
        Set<String> spans = new HashSet<>();
        for (ResourceSpans resource : resources) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> spans.add(text(resource, scope, span)));
            }
        }
        return spans;
    }

    /** A span with its resource and scope; attributes sorted, as their order means nothing. */
    private static String text(ResourceSpans resource, ScopeSpans scope, Span span) {
        StringJoiner text = new StringJoiner("\n")
                .add(sorted(resource.getResource().getAttributesList()))
                .add(scope.getScope().toString())
                .add(sorted(span.getAttributesList()));
        for (Span.Event event : span.getEventsList()) {
            text.add(event.getName() + event.getTimeUnixNano() + sorted(event.getAttributesList()));
        }
        return text.add(span.toBuilder().clearAttributes().clearEvents().build().toString())
                .toString();
    }

    private static String sorted(List<KeyValue> attributes) {
        return attributes.stream().map(String::valueOf).sorted().toList().toString();
    }

    private static GeneratorProperties properties(OtlpCollector collector) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "hotspan.generator.otlp-grpc-endpoint",
                        collector.endpoint().toString())))
                .bind("hotspan.generator", GeneratorProperties.class)
                .get();
    }
}
