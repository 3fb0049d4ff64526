package io.hotspan.writer;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Traces of a few spans, different for each number. */
final class TestSpans {
    static final long START_NANOS = 1_790_000_000_000_000_000L;

    private TestSpans() {}

    static byte[] trace(long number, int spans) {
        SplittableRandom random = new SplittableRandom(number);
        ScopeSpans.Builder scope = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("test").setVersion("1"));
        for (int i = 0; i < spans; i++) {
            scope.addSpans(span(number, i, random));
        }
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(text("service.name", "service-" + number % 5))
                                .addAttributes(text("k8s.pod.name", "pod-" + number % 50))
                                .addAttributes(text("cloud.region", "eu-west-1"))
                                .addAttributes(text("service.version", "1.4.2")))
                        .addScopeSpans(scope))
                .build()
                .toByteArray();
    }

    static ByteString traceId(long number) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(16).putLong(77).putLong(number + 1).flip());
    }

    static ByteString spanId(long number) {
        return ByteString.copyFrom(ByteBuffer.allocate(8).putLong(number + 1).flip());
    }

    static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static Span span(long number, int index, SplittableRandom random) {
        long start = START_NANOS + number * 1_000_000;
        return Span.newBuilder()
                .setTraceId(traceId(number))
                .setSpanId(spanId(index))
                .setParentSpanId(index == 0 ? ByteString.EMPTY : spanId(0))
                .setName("GET /api/" + number % 20)
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + random.nextLong(1_000_000_000))
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_UNSET))
                .addAttributes(text("http.route", "/api/" + number % 20))
                .addAttributes(text("http.request.method", "GET"))
                .addAttributes(text("tenant_id", "tenant-" + random.nextInt(40)))
                .addAttributes(text("feature_flag", "flag-" + random.nextInt(6)))
                .addAttributes(text("platform", "ios"))
                .addAttributes(text("build_id", "build-" + random.nextInt(12)))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("http.response.status_code")
                        .setValue(AnyValue.newBuilder().setIntValue(200)))
                .build();
    }
}
