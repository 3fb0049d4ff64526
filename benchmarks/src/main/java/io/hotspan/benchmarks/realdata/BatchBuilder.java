package io.hotspan.benchmarks.realdata;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers spans of many pods into one request, a resource a pod. */
final class BatchBuilder {

    private final Map<String, ResourceSpans.Builder> resources = new LinkedHashMap<>();
    private int size;

    void add(RecordedSpan span) {
        resources
                .computeIfAbsent(span.pod(), pod -> resource(span))
                .getScopeSpansBuilder(0)
                .addSpans(span.toSpan());
        size++;
    }

    int size() {
        return size;
    }

    /** The request, and an empty builder again. */
    ExportTraceServiceRequest build() {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        resources.values().forEach(request::addResourceSpans);
        resources.clear();
        size = 0;
        return request.build();
    }

    private static ResourceSpans.Builder resource(RecordedSpan span) {
        return ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder()
                        .addAttributes(text("service.name", span.service()))
                        .addAttributes(text("k8s.pod.name", span.pod())))
                .addScopeSpans(ScopeSpans.newBuilder());
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
