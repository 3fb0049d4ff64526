package io.hotspan.generator.bulk;

import com.google.protobuf.ByteString;
import io.hotspan.generator.trace.GeneratedSpan;
import io.hotspan.generator.trace.GeneratedTrace;
import io.hotspan.generator.trace.Instrumentation;
import io.hotspan.generator.trace.ServiceInstance;
import io.hotspan.generator.trace.SpanEvent;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects traces into one OTLP request, spans grouped by their resource. What the SDK would send, without its cost.
 */
final class OtlpBatch {

    private static final InstrumentationScope SCOPE = InstrumentationScope.newBuilder()
            .setName(Instrumentation.NAME)
            .setVersion(Instrumentation.VERSION)
            .build();
    // The W3C flag "sampled", and OTLP's two bits that say whether the parent was remote.
    private static final int SAMPLED = 0x01;
    private static final int PARENT_REMOTENESS_KNOWN = 0x100;
    private static final int PARENT_IS_REMOTE = 0x200;

    private final OtlpAttributes attributes = new OtlpAttributes();
    private final Map<ServiceInstance, ScopeSpans.Builder> byInstance = new LinkedHashMap<>();

    void add(GeneratedTrace trace, long startEpochNanos) {
        ByteString traceId = ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(trace.traceIdHigh())
                .putLong(trace.traceIdLow())
                .flip());
        for (GeneratedSpan span : trace.spans()) {
            byInstance
                    .computeIfAbsent(
                            span.instance(), _ -> ScopeSpans.newBuilder().setScope(SCOPE))
                    .addSpans(encode(span, traceId, startEpochNanos));
        }
    }

    ExportTraceServiceRequest request() {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        byInstance.forEach((instance, spans) -> request.addResourceSpans(ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAllAttributes(attributes.of(instance.resource())))
                .addScopeSpans(spans)));
        return request.build();
    }

    private Span.Builder encode(GeneratedSpan span, ByteString traceId, long startEpochNanos) {
        Span.Builder encoded = Span.newBuilder()
                .setTraceId(traceId)
                .setSpanId(spanId(span.spanId()))
                .setName(span.name())
                .setKindValue(kind(span))
                .setFlags(SAMPLED | PARENT_REMOTENESS_KNOWN | (span.parentIsRemote() ? PARENT_IS_REMOTE : 0))
                .setStartTimeUnixNano(startEpochNanos + span.startOffsetNanos())
                .setEndTimeUnixNano(startEpochNanos + span.endOffsetNanos())
                .addAllAttributes(attributes.of(span.attributes()))
                .setStatus(Status.newBuilder().setCode(status(span)).setMessage(span.statusMessage()));
        if (!span.isRoot()) {
            encoded.setParentSpanId(spanId(span.parentSpanId()));
        }
        for (SpanEvent event : span.events()) {
            encoded.addEvents(Span.Event.newBuilder()
                    .setName(event.name())
                    .setTimeUnixNano(startEpochNanos + event.offsetNanos())
                    .addAllAttributes(attributes.of(event.attributes())));
        }
        return encoded;
    }

    private static Status.StatusCode status(GeneratedSpan span) {
        return switch (span.status()) {
            case UNSET -> Status.StatusCode.STATUS_CODE_UNSET;
            case OK -> Status.StatusCode.STATUS_CODE_OK;
            case ERROR -> Status.StatusCode.STATUS_CODE_ERROR;
        };
    }

    private static int kind(GeneratedSpan span) {
        return switch (span.kind()) {
            case INTERNAL -> Span.SpanKind.SPAN_KIND_INTERNAL_VALUE;
            case SERVER -> Span.SpanKind.SPAN_KIND_SERVER_VALUE;
            case CLIENT -> Span.SpanKind.SPAN_KIND_CLIENT_VALUE;
            case PRODUCER -> Span.SpanKind.SPAN_KIND_PRODUCER_VALUE;
            case CONSUMER -> Span.SpanKind.SPAN_KIND_CONSUMER_VALUE;
        };
    }

    private static ByteString spanId(long id) {
        return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(id).flip());
    }
}
