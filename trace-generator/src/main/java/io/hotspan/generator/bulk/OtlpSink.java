package io.hotspan.generator.bulk;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/** Where bulk traces go. Thread-safe. */
@FunctionalInterface
public interface OtlpSink {

    /**
     * Delivers one request, and returns when it has been taken.
     *
     * @return how many of its spans were rejected for good
     * @throws DeliveryException where it could not be delivered, whatever was tried
     * @throws InterruptedException where the caller is asked to stop
     */
    long deliver(ExportTraceServiceRequest request) throws DeliveryException, InterruptedException;
}
