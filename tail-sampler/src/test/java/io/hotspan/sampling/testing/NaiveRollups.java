package io.hotspan.sampling.testing;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.rollup.MalformedRollupException;
import io.hotspan.telemetry.rollup.Rollup;
import io.hotspan.telemetry.rollup.RollupReader;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Rollups computed from messages by OpenTelemetry's own classes and whole numbers alone; and sums of written ones. */
public final class NaiveRollups {

    private final Map<Rollup, Long> totals = new HashMap<>();

    /** Number of spans by what they have in common, given as a rollup of one span. */
    public Map<Rollup, Long> totals() {
        return totals;
    }

    /** Number of spans. */
    public long spans() {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts the spans of an input record. */
    public void count(byte[] message) {
        try {
            for (ResourceSpans resource : TracesData.parseFrom(message).getResourceSpansList()) {
                resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> count(resource.getResource(), span));
            }
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError("not OTLP", e);
        }
    }

    /** Adds what a record of rollups counts. */
    public void add(byte[] rollups) {
        try {
            RollupReader.forEach(rollups, rollup -> add(alike(rollup), rollup.spans()));
        } catch (MalformedRollupException e) {
            throw new AssertionError("no rollups", e);
        }
    }

    public void add(NaiveRollups other) {
        other.totals.forEach(this::add);
    }

    private void add(Rollup alike, long spans) {
        totals.merge(alike, spans, Long::sum);
    }

    private void count(Resource resource, Span span) {
        String service = resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("");
        long seconds = span.getStartTimeUnixNano() / 1_000_000_000;
        add(
                new Rollup(
                        seconds - seconds % 10,
                        service,
                        span.getName(),
                        span.getKindValue(),
                        span.getStatus().getCodeValue(),
                        isZero(span.getParentSpanId()),
                        bucket(span.getEndTimeUnixNano() - span.getStartTimeUnixNano()),
                        1),
                1);
    }

    /** An id of zeros is none. */
    private static boolean isZero(ByteString id) {
        return id.equals(ByteString.copyFrom(new byte[id.size()]));
    }

    /** The lowest whose upper edge, the fourth root of a power of two, is not below the duration. */
    private static int bucket(long nanos) {
        BigInteger fourth = BigInteger.valueOf(Math.max(0, nanos)).pow(4);
        int bucket = -1;
        while (fourth.compareTo(BigInteger.TWO.pow(bucket + 1)) > 0) {
            bucket++;
        }
        return bucket;
    }

    private static Rollup alike(Rollup rollup) {
        return new Rollup(
                rollup.startSeconds(),
                rollup.service(),
                rollup.operation(),
                rollup.kind(),
                rollup.status(),
                rollup.root(),
                rollup.bucket(),
                1);
    }
}
