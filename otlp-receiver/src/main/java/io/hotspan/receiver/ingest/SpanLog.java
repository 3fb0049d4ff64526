package io.hotspan.receiver.ingest;

import io.hotspan.telemetry.otlp.TracePart;
import java.time.Duration;
import java.util.List;

/** Where accepted spans go. */
public interface SpanLog {

    /**
     * Appends every part and waits until all are safe.
     *
     * @return number of spans refused because their record was too large
     * @throws SpanLogUnavailableException if a part was not confirmed in time; others may have been
     */
    int append(List<TracePart> parts, Duration timeout) throws SpanLogUnavailableException;
}
