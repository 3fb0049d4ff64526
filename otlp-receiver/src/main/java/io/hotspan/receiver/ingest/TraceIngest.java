package io.hotspan.receiver.ingest;

import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.OtlpValidator;
import io.hotspan.telemetry.otlp.SplitBatch;
import io.hotspan.telemetry.otlp.TraceSplitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Takes one batch: checks it, divides it by trace and appends it to the log. Blocks until the log has it. */
@Component
public final class TraceIngest {

    private final IngestProperties properties;
    private final SpanLog spanLog;
    private final IngestMetrics metrics;
    private final RefusalLog refusalLog;
    private final InstantSource clock;

    TraceIngest(
            IngestProperties properties,
            SpanLog spanLog,
            IngestMetrics metrics,
            RefusalLog refusalLog,
            InstantSource clock) {
        this.properties = properties;
        this.spanLog = spanLog;
        this.metrics = metrics;
        this.refusalLog = refusalLog;
        this.clock = clock;
    }

    /**
     * Takes the {@code ExportTraceServiceRequest} in the first bytes of the array.
     *
     * @throws MalformedOtlpException if they are none; no span of it was used
     */
    public IngestResult ingest(byte[] bytes, int length, Transport transport) throws MalformedOtlpException {
        Instant start = clock.instant();
        try {
            return take(bytes, length, transport, start);
        } finally {
            metrics.ingested(transport, Duration.between(start, clock.instant()));
        }
    }

    /** Tells the log of a message that could not even be decoded; the counters know it by its request's outcome. */
    public void undecodable(Transport transport, int messageBytes, String reason) {
        refusalLog.refused(transport, messageBytes, "not decodable, " + reason);
    }

    private IngestResult take(byte[] bytes, int length, Transport transport, Instant now)
            throws MalformedOtlpException {
        new OtlpValidator().validate(bytes, 0, length);
        SpanRules rules = new SpanRules(properties.earliest(), now.plus(properties.clockTolerance()));
        TraceSplitter splitter =
                new TraceSplitter(Math.toIntExact(properties.maxRecordSize().toBytes()));
        SplitBatch batch = splitter.split(bytes, 0, length, rules);
        Refusals refusals = rules.refusals().plus(RefusalReason.TOO_LARGE, batch.tooLarge());
        int received = rules.admitted() + rules.refusals().total();
        metrics.spansReceived(received, length);
        IngestResult result;
        try {
            int tooLarge = batch.parts().isEmpty() ? 0 : spanLog.append(batch.parts(), properties.requestTimeout());
            refusals = refusals.plus(RefusalReason.TOO_LARGE, tooLarge);
            result = received > 0 && refusals.total() == received
                    ? new IngestResult.Refused(refusals.message())
                    : new IngestResult.Taken(received - refusals.total(), refusals);
        } catch (SpanLogUnavailableException e) {
            refusals = refusals.plus(RefusalReason.UNAVAILABLE, received - refusals.total());
            result = new IngestResult.Unavailable(
                    "spans could not be stored, send the batch again: " + e.getMessage(), properties.retryAfter());
        }
        metrics.spansAccepted(received - refusals.total());
        metrics.spansRefused(refusals);
        if (refusals.total() > 0) {
            refusalLog.refused(transport, length, refusals.message());
        }
        return result;
    }
}
