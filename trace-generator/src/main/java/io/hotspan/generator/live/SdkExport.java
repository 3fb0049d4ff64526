package io.hotspan.generator.live;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.trace.GeneratedSpan;
import io.hotspan.generator.trace.GeneratedTrace;
import io.hotspan.generator.trace.Instrumentation;
import io.hotspan.generator.trace.ServiceInstance;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Live traces through the OpenTelemetry SDK as any instrumented service would send them: a tracer provider for every
 * resource, a batch processor, the OTLP/gRPC exporter with its retries. All providers share one processor, which saves
 * a thread and a connection for each of some hundred pods.
 */
@Component
class SdkExport implements AutoCloseable {

    private static final RetryPolicy RETRIES = RetryPolicy.builder()
            .setMaxAttempts(5)
            .setInitialBackoff(Duration.ofMillis(250))
            .setMaxBackoff(Duration.ofSeconds(5))
            .build();
    private static final Duration LAST_FLUSH = Duration.ofSeconds(2);

    private final PresetIds ids = new PresetIds();
    private final Map<ServiceInstance, Tracer> tracers = new HashMap<>();
    private final LiveCounters counters;
    private final SpanProcessor processor;
    private final int queueSpans;

    SdkExport(GeneratorProperties properties, LiveCounters counters) {
        GeneratorProperties.Live live = properties.live();
        this.counters = counters;
        this.queueSpans = live.queueSpans();
        OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder()
                .setEndpoint(properties.otlpGrpcEndpoint().toString())
                .setTimeout(live.exportTimeout())
                .setRetryPolicy(RETRIES)
                .setMemoryMode(MemoryMode.REUSABLE_DATA)
                .build();
        this.processor = BatchSpanProcessor.builder(new CountingExporter(exporter, counters))
                .setMaxQueueSize(Math.max(queueSpans, live.batchSpans()))
                .setMaxExportBatchSize(live.batchSpans())
                .setScheduleDelay(live.exportDelay())
                .setExporterTimeout(live.exportTimeout())
                .build();
    }

    /**
     * Queues a trace, or drops it whole where its spans would not fit: the processor left to itself would drop single
     * spans, and leave broken traces behind.
     */
    synchronized void send(GeneratedTrace trace, long startEpochNanos) {
        int spans = trace.spans().size();
        if (counters.waiting() + spans > queueSpans) {
            counters.dropped(spans);
            return;
        }
        counters.queued(spans);
        for (GeneratedSpan span : trace.spans()) {
            record(trace, span, startEpochNanos);
        }
    }

    @Override
    public void close() {
        processor.shutdown().join(LAST_FLUSH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void record(GeneratedTrace trace, GeneratedSpan generated, long startEpochNanos) {
        ids.next(trace.traceIdHigh(), trace.traceIdLow(), generated.spanId());
        SpanBuilder builder = tracers.computeIfAbsent(generated.instance(), this::tracer)
                .spanBuilder(generated.name())
                .setSpanKind(generated.kind())
                .setParent(parent(trace, generated))
                .setStartTimestamp(startEpochNanos + generated.startOffsetNanos(), TimeUnit.NANOSECONDS)
                .setAllAttributes(generated.attributes());
        Span span = builder.startSpan();
        generated
                .events()
                .forEach(event -> span.addEvent(
                        event.name(), event.attributes(), startEpochNanos + event.offsetNanos(), TimeUnit.NANOSECONDS));
        span.setStatus(generated.status(), generated.statusMessage());
        span.end(startEpochNanos + generated.endOffsetNanos(), TimeUnit.NANOSECONDS);
    }

    private static Context parent(GeneratedTrace trace, GeneratedSpan span) {
        if (span.isRoot()) {
            return Context.root();
        }
        String parentId = SpanId.fromLong(span.parentSpanId());
        SpanContext context = span.parentIsRemote()
                ? SpanContext.createFromRemoteParent(
                        trace.traceId(), parentId, TraceFlags.getSampled(), TraceState.getDefault())
                : SpanContext.create(trace.traceId(), parentId, TraceFlags.getSampled(), TraceState.getDefault());
        return Context.root().with(Span.wrap(context));
    }

    private Tracer tracer(ServiceInstance instance) {
        return SdkTracerProvider.builder()
                .setResource(Resource.create(instance.resource()))
                .setIdGenerator(ids)
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(processor)
                .build()
                .tracerBuilder(Instrumentation.NAME)
                .setInstrumentationVersion(Instrumentation.VERSION)
                .build();
    }
}
