package io.hotspan.benchmarks.throughput;

import io.hotspan.generator.bulk.Timeline;
import io.hotspan.generator.bulk.TraceSource;
import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.TrafficPack;
import io.hotspan.generator.storefront.StorefrontPack;
import io.hotspan.generator.truth.GroundTruth;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanGate;
import io.hotspan.telemetry.otlp.TracePart;
import io.hotspan.telemetry.otlp.TraceSplitter;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.Sample;
import io.hotspan.writer.row.SpanRows;
import io.hotspan.writer.row.UnreadableRecordException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes storefront traffic into a {@link Dataset}. Spans are batched by pod, as a Collector receives them, so the spans
 * of one trace come in several requests.
 */
final class DatasetWriter {

    /** How a kept span is marked; the same in topic and rows. */
    static final Sample SAMPLE = new Sample(10, "probability");

    /** How much later the last records come: past every time the sampler might wait for more of a trace. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private static final int TRACES_AT_ONCE = 1_000;
    private static final int MAX_RECORD_BYTES = 1_000_000; // the receiver's default
    private static final int INSERT_BYTES = 16 << 20; // the writer's default, counted in records as it does
    private static final int FEWEST_SPANS_PER_TRACE = 2;

    private final ThroughputSettings settings;
    private final TraceSource source;
    private final TraceSplitter splitter = new TraceSplitter(MAX_RECORD_BYTES);
    private final Dataset data;
    private RowBuffer rowBuffer = new RowBuffer(2 * INSERT_BYTES);
    private SpanRows rows = new SpanRows(rowBuffer);
    private long recordBytesInRows;

    private DatasetWriter(ThroughputSettings settings, Instant now, Path directory) throws IOException {
        this.settings = settings;
        this.data = new Dataset(directory);
        // Kafka takes no record from the future, and the sampler believes none.
        Duration length =
                Duration.ofSeconds((long) (settings.spans() / settings.tracesPerSecond() / FEWEST_SPANS_PER_TRACE));
        Instant from = now.minus(PAUSE.multipliedBy(2)).minus(length);
        TrafficPack pack = new StorefrontPack();
        source = new TraceSource(
                pack,
                settings.seed(),
                ScenarioSettings.defaults(pack.scenarios()),
                0,
                Timeline.steady(from, settings.tracesPerSecond()));
    }

    static Dataset write(ThroughputSettings settings, Instant now, Path directory) throws IOException {
        return new DatasetWriter(settings, now, directory).write();
    }

    private Dataset write() throws IOException {
        while (data.spans() < settings.spans()) {
            long end = data.traces() + TRACES_AT_ONCE;
            for (byte[] request : requests(data.traces(), TRACES_AT_ONCE)) {
                data.requests.add(request);
                int spans = 0;
                for (TracePart part : split(request)) {
                    addRecord(part, end);
                    spans += part.spans();
                }
                data.count(0, spans, request.length);
            }
            data.count(TRACES_AT_ONCE, 0, 0);
        }
        insertRows();
        addAfterwards();
        return data;
    }

    private List<byte[]> requests(long firstTrace, int traces) {
        List<byte[]> requests = new ArrayList<>();
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        int spans = 0;
        for (ResourceSpans resource :
                source.batch(firstTrace, traces, GroundTruth.none()).getResourceSpansList()) {
            request.addResourceSpans(resource);
            spans += resource.getScopeSpansList().stream()
                    .mapToInt(ScopeSpans::getSpansCount)
                    .sum();
            if (spans >= settings.spansPerRequest()) {
                requests.add(request.build().toByteArray());
                request = ExportTraceServiceRequest.newBuilder();
                spans = 0;
            }
        }
        if (spans > 0) {
            requests.add(request.build().toByteArray());
        }
        return requests;
    }

    private List<TracePart> split(byte[] request) {
        try {
            return splitter.split(request, 0, request.length, SpanGate.WITH_TRACE_ID)
                    .parts();
        } catch (MalformedOtlpException e) {
            throw new IllegalStateException("the generator's spans cannot be read", e);
        }
    }

    private void addRecord(TracePart part, long position) throws IOException {
        data.records.add(TraceRecord.of(millis(position), part).encode());
        try {
            rows.append(part.data(), SAMPLE);
        } catch (UnreadableRecordException e) {
            throw new IllegalStateException("the generator's spans are no rows", e);
        }
        recordBytesInRows += part.data().length;
        if (recordBytesInRows >= INSERT_BYTES) {
            insertRows();
        }
    }

    private void insertRows() throws IOException {
        if (recordBytesInRows > 0) {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream(rowBuffer.size());
            rowBuffer.writeTo(encoded, 0, rowBuffer.size());
            data.rows.add(encoded.toByteArray());
            rowBuffer = new RowBuffer(2 * INSERT_BYTES);
            rows = new SpanRows(rowBuffer);
            recordBytesInRows = 0;
        }
    }

    private void addAfterwards() throws IOException {
        long time = millis(data.traces()) + PAUSE.toMillis();
        for (byte[] request : requests(data.traces(), Topics.PARTITIONS)) {
            for (TracePart part : split(request)) {
                data.after.add(TraceRecord.of(time, part).encode());
            }
        }
    }

    private long millis(long position) {
        return source.timeline().startEpochNanos(position) / 1_000_000;
    }
}
