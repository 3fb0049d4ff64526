package io.hotspan.generator.storefront;

import io.hotspan.generator.trace.GeneratedSpan;
import io.hotspan.generator.trace.SpanEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.ExceptionAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span while time passes in it. A child starts at its parent's present and, when it ends, carries the parent's
 * present along, so children lie inside their parents by construction; children opened before an earlier one ends run
 * in parallel.
 */
final class SpanDraft {

    private static final double NANOS_PER_MILLI = 1e6;

    private final TraceDraft trace;
    private final @Nullable SpanDraft parent;
    private final StorefrontService service;
    private final SpanKind kind;
    private final String name;
    private final long spanId;
    private final long startNanos;
    private final AttributesBuilder attributes;
    private final List<SpanEvent> events = new ArrayList<>(0);
    private long nowNanos;
    private StatusCode status = StatusCode.UNSET;
    private String statusMessage = "";
    private @Nullable String errorType;

    SpanDraft(
            TraceDraft trace,
            @Nullable SpanDraft parent,
            StorefrontService service,
            SpanKind kind,
            String name,
            long startNanos) {
        this.trace = trace;
        this.parent = parent;
        this.service = service;
        this.kind = kind;
        this.name = name;
        this.spanId = trace.nextSpanId();
        this.startNanos = startNanos;
        this.nowNanos = startNanos;
        this.attributes = trace.baggage().toBuilder();
    }

    TraceDraft trace() {
        return trace;
    }

    Request request() {
        return trace.request();
    }

    boolean struckBy(Failure failure) {
        return trace.struckBy(failure);
    }

    /** A child in the same service. */
    SpanDraft child(SpanKind childKind, String childName) {
        return childOf(service, childKind, childName);
    }

    /** The other end of a call: a child in another service. */
    SpanDraft childIn(StorefrontService callee, String childName) {
        return childOf(callee, SpanKind.SERVER, childName);
    }

    <T> SpanDraft put(AttributeKey<T> key, T value) {
        attributes.put(key, value);
        return this;
    }

    SpanDraft put(AttributeKey<Long> key, int value) {
        attributes.put(key, value);
        return this;
    }

    /** Lets a log-normally distributed time pass. */
    SpanDraft spend(double medianMillis, double sigma) {
        return spend(trace.random().nextLogNormal(medianMillis, sigma));
    }

    SpanDraft spend(double millis) {
        nowNanos += (long) (millis * NANOS_PER_MILLI);
        return this;
    }

    SpanDraft event(String eventName, Attributes eventAttributes) {
        events.add(new SpanEvent(eventName, nowNanos, eventAttributes));
        return this;
    }

    /** Ends in an exception: its event, the error status and {@code error.type}. */
    SpanDraft raise(String exceptionType, String message) {
        event(
                "exception",
                Attributes.of(
                        ExceptionAttributes.EXCEPTION_TYPE,
                        exceptionType,
                        ExceptionAttributes.EXCEPTION_MESSAGE,
                        message,
                        ExceptionAttributes.EXCEPTION_STACKTRACE,
                        exceptionType + ": " + message + "\n\tat com.storefront." + service.serviceName()));
        return fail(exceptionType, message);
    }

    /** Marks an error; the first one reported wins, as it is nearest to the cause. */
    SpanDraft fail(String type, String message) {
        if (errorType == null) {
            errorType = type;
            status = StatusCode.ERROR;
            statusMessage = message;
            attributes.put(ErrorAttributes.ERROR_TYPE, type);
        }
        return this;
    }

    void end() {
        if (parent != null) {
            parent.nowNanos = Math.max(parent.nowNanos, nowNanos);
        }
    }

    GeneratedSpan finish() {
        return new GeneratedSpan(
                trace.instance(service),
                spanId,
                parent == null ? 0 : parent.spanId,
                parent != null && parent.service != service,
                kind,
                name,
                startNanos,
                nowNanos,
                attributes.build(),
                events,
                status,
                statusMessage);
    }

    private SpanDraft childOf(StorefrontService callee, SpanKind childKind, String childName) {
        return trace.add(new SpanDraft(trace, this, callee, childKind, childName, nowNanos));
    }
}
