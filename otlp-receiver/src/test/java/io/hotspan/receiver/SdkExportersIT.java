package io.hotspan.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exporters of the OpenTelemetry SDK, as an application has them. */
class SdkExportersIT {

    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = RunningReceiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void grpcExporter_hasEverySpanInKafka(String compression) {
        exportAndFind(OtlpGrpcSpanExporter.builder()
                .setEndpoint("http://127.0.0.1:" + receiver.grpcPort())
                .setCompression(compression)
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void httpExporter_hasEverySpanInKafka(String compression) {
        exportAndFind(OtlpHttpSpanExporter.builder()
                .setEndpoint(receiver.httpUri("/v1/traces").toString())
                .setCompression(compression)
                .build());
    }

    @Test
    void counters_addUp() {
        double received = receiver.count("hotspan.receiver.spans.received");
        assertThat(receiver.count("hotspan.receiver.spans.accepted") + receiver.count("hotspan.receiver.spans.refused"))
                .isEqualTo(received);
    }

    private static void exportAndFind(SpanExporter exporter) {
        Set<String> sent = new HashSet<>();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "checkout")))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(10_000)
                        .build())
                .build();
        try (provider) {
            for (int trace = 0; trace < 50; trace++) {
                Span root = provider.get("test").spanBuilder("root").startSpan();
                for (int child = 0; child < 20; child++) {
                    Span span = provider.get("test")
                            .spanBuilder("child")
                            .setParent(root.storeInContext(Context.root()))
                            .setAttribute("number", child)
                            .startSpan();
                    span.end();
                    sent.add(span.getSpanContext().getSpanId());
                }
                root.end();
                sent.add(root.getSpanContext().getSpanId());
            }
            assertThat(provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }

        List<ConsumerRecord<String, byte[]>> records = receiver.topic().records();
        Set<String> stored = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            TracesData data = TopicReader.parse(record.value());
            data.getResourceSpansList()
                    .forEach(resource -> resource.getScopeSpansList()
                            .forEach(scope -> scope.getSpansList().forEach(span -> {
                                assertThat(hex(span.getTraceId().toByteArray())).isEqualTo(record.key());
                                stored.add(hex(span.getSpanId().toByteArray()));
                            })));
            assertThat(record.timestamp()).isCloseTo(System.currentTimeMillis(), Offset.offset(60_000L));
        }
        assertThat(stored).containsAll(sent);
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
