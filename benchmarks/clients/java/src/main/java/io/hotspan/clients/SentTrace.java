package io.hotspan.clients;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A trace with everything a span can carry, as the SDK ended it.
 *
 * @param traceId its id
 * @param spans its spans
 */
record SentTrace(String traceId, List<SpanData> spans) {

    private static final Attributes ATTRIBUTES = Attributes.builder()
            .put("text.plain", "cart")
            .put("text.empty", "")
            .put("text.unicode", "Größe 尺寸 🙂 \"quoted\" \\ and\nlines")
            .put("text.long", "x".repeat(5000))
            .put("flag.true", true)
            .put("flag.false", false)
            .put("whole.zero", 0)
            .put("whole.least", Long.MIN_VALUE)
            .put("whole.most", Long.MAX_VALUE)
            .put("real.half", 0.5)
            .put("real.small", 1.25e-9)
            .put("real.large", 1.5e300)
            .put("texts", "a", "b \"c\"", "ü")
            .put("flags", true, false)
            .put("wholes", 1, -2, 3)
            .put("reals", 0.5, 1.25)
            .put(AttributeKey.valueKey("bytes"), Value.of(new byte[] {1, 2, (byte) 0xFF}))
            .put(
                    AttributeKey.valueKey("map"),
                    Value.of(
                            KeyValue.of("name", Value.of("cart")),
                            KeyValue.of("nested", Value.of(Value.of(1), Value.of(true), Value.of("x")))))
            .build();

    static SentTrace export(SpanExporter exporter, String transport) {
        List<SpanData> ended = new CopyOnWriteArrayList<>();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "outside-client-java-" + transport.replaceAll("\\W", "-"))
                        .put("service.version", "1.2.3")
                        .put("process.pid", ProcessHandle.current().pid())
                        .build()))
                .addSpanProcessor(SimpleSpanProcessor.create(new Memory(ended)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        String traceId = emit(provider.get("outside-client", "4.5.6"));
        if (!provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()) {
            System.err.println(transport + ": the exporter reports a failure");
        }
        provider.close();
        return new SentTrace(traceId, List.copyOf(ended));
    }

    private static String emit(Tracer tracer) {
        Span root = tracer.spanBuilder("GET /cart/checkout")
                .setSpanKind(SpanKind.SERVER)
                .setAllAttributes(ATTRIBUTES)
                .startSpan();
        root.addEvent(
                "cart opened",
                Attributes.builder()
                        .put("cart.items", 3)
                        .put("cart.codes", "a", "b")
                        .build());
        root.recordException(new IllegalStateException("no stock"));
        int index = 0;
        for (SpanKind kind : List.of(SpanKind.CLIENT, SpanKind.INTERNAL, SpanKind.PRODUCER, SpanKind.CONSUMER)) {
            Span child = tracer.spanBuilder("child " + index)
                    .setSpanKind(kind)
                    .setParent(root.storeInContext(Context.root()))
                    .setAttribute("child.index", index)
                    .addLink(
                            SpanContext.create(
                                    "0af7651916cd43dd8448eb211c80319c",
                                    "b7ad6b7169203331",
                                    TraceFlags.getSampled(),
                                    TraceState.builder().put("vendor", "value").build()),
                            Attributes.builder()
                                    .put("link.reason", "retry")
                                    .put("link.attempt", index)
                                    .build())
                    .startSpan();
            if (index == 1) {
                child.setStatus(StatusCode.OK);
            }
            child.end();
            index++;
        }
        // An error: traces with one are kept whatever the sampling.
        root.setStatus(StatusCode.ERROR, "payment refused: ü");
        root.end();
        return root.getSpanContext().getTraceId();
    }

    /** Keeps what it is given. */
    private record Memory(List<SpanData> spans) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> batch) {
            spans.addAll(batch);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
