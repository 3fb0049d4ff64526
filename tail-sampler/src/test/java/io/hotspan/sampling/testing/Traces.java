package io.hotspan.sampling.testing;

import com.google.protobuf.ByteString;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.InputRecordDeserializer;
import io.hotspan.telemetry.TraceId;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** OTLP messages made by OpenTelemetry's own protobuf classes. */
public final class Traces {

    private static final long START_NANOS = 1_700_000_000_000_000_000L;

    private static final InputRecordDeserializer READER = new InputRecordDeserializer(1_000);

    private Traces() {}

    /** One record: these spans under one resource and scope. */
    public static byte[] message(Span... spans) {
        return data(spans).toByteArray();
    }

    public static TracesData data(Span... spans) {
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(attribute("service.name", "api-gateway")))
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addAllSpans(Arrays.asList(spans))
                                .setSchemaUrl("https://opentelemetry.io/schemas/1.37.0"))
                        .setSchemaUrl("https://opentelemetry.io/schemas/1.37.0"))
                .build();
    }

    /** What the sampler's consumer makes of a record. */
    public static synchronized ConsumerRecord<byte[], InputRecord> read(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                READER.deserialize(record.topic(), record.headers(), value == null ? null : ByteBuffer.wrap(value)),
                record.headers(),
                record.leaderEpoch());
    }

    /** A span of 10 ms that went well; ids are distinct for distinct numbers. */
    public static Span span(TraceId trace, long number) {
        return span(trace, number, Duration.ofMillis(10), false, "");
    }

    public static Span span(TraceId trace, long number, Duration duration, boolean error, String traceState) {
        Span.Builder span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(ByteBuffer.allocate(16)
                        .putLong(trace.high())
                        .putLong(trace.low())
                        .array()))
                .setSpanId(ByteString.copyFrom(
                        ByteBuffer.allocate(8).putLong(number).array()))
                .setName("GET /cart/checkout")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setTraceState(traceState)
                .setStartTimeUnixNano(START_NANOS)
                .setEndTimeUnixNano(START_NANOS + duration.toNanos())
                .addAttributes(attribute("http.route", "/cart/checkout"));
        if (error) {
            span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
        }
        return span.build();
    }

    /** The span with another name, kind, time and place in its trace. */
    public static Span varied(Span span, Random random) {
        long start = START_NANOS + random.nextLong(60_000_000_000L);
        return span.toBuilder()
                .setName("GET /" + random.nextInt(5))
                .setKindValue(random.nextInt(6))
                .setParentSpanId(random.nextBoolean() ? ByteString.EMPTY : span.getSpanId())
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + (1L << random.nextInt(40)) + random.nextInt(3) - 1)
                .build();
    }

    /** All spans of a message. */
    public static List<Span> spans(byte[] message) {
        try {
            return TracesData.parseFrom(message).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .toList();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError("not OTLP", e);
        }
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
