package io.hotspan.generator.bulk;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.TrafficPack;
import io.hotspan.generator.truth.GroundTruth;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/**
 * Traces by position, encoded as OTLP. What lies at a position depends on nothing but this record, so any number of
 * workers, in any order, make the same traces. Thread-safe.
 *
 * @param firstIndex the number, within the seed, of the trace at position 0
 */
public record TraceSource(TrafficPack pack, long seed, ScenarioSettings settings, long firstIndex, Timeline timeline) {

    /** The {@code count} traces from {@code position} on as one request; tells {@code truth} what they carry. */
    public ExportTraceServiceRequest batch(long position, int count, GroundTruth truth) {
        OtlpBatch batch = new OtlpBatch();
        for (long at = position; at < position + count; at++) {
            var trace = pack.trace(seed, firstIndex + at, settings);
            long startEpochNanos = timeline.startEpochNanos(at);
            truth.record(trace, startEpochNanos);
            batch.add(trace, startEpochNanos);
        }
        return batch.request();
    }
}
