package io.hotspan.writer.row;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans as rows of {@code otel_traces} in ClickHouse's RowBinary format, with the values that the OpenTelemetry
 * Collector's ClickHouse exporter writes.
 */
public final class SpanRows {
    /** The columns a row has, in its order. */
    public static final List<String> COLUMNS = List.of(
            "Timestamp",
            "TraceId",
            "SpanId",
            "ParentSpanId",
            "TraceState",
            "SpanName",
            "SpanKind",
            "ServiceName",
            "ResourceAttributes",
            "ScopeName",
            "ScopeVersion",
            "SpanAttributes",
            "Duration",
            "StatusCode",
            "StatusMessage",
            "Events.Timestamp",
            "Events.Name",
            "Events.Attributes",
            "Links.TraceId",
            "Links.SpanId",
            "Links.TraceState",
            "Links.Attributes",
            "SampleWeight",
            "SampleReason");

    private final RowBuffer buffer;
    private final RowBinaryFormatSerializer binary;
    private final ValueWriter values;

    public SpanRows(RowBuffer buffer) {
        this.buffer = buffer;
        this.binary = new RowBinaryFormatSerializer(buffer);
        this.values = new ValueWriter(buffer);
    }

    /**
     * Appends a row for each span of {@code tracesData}, or none.
     *
     * @return the number of rows
     * @throws UnreadableRecordException if it is not a TracesData message or a span fits no row
     */
    public int append(byte @Nullable [] tracesData, Sample sample) throws UnreadableRecordException {
        if (tracesData == null) {
            throw new UnreadableRecordException("a record without a value", null);
        }
        int start = buffer.size();
        try {
            int rows = 0;
            for (ResourceSpans resource : TracesData.parseFrom(tracesData).getResourceSpansList()) {
                rows += appendResource(resource, sample);
            }
            return rows;
        } catch (InvalidProtocolBufferException malformed) {
            buffer.truncate(start);
            throw new UnreadableRecordException("not an OTLP TracesData message", malformed);
        } catch (UnreadableRecordException refused) {
            buffer.truncate(start);
            throw refused;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a buffer in memory does not fail
        }
    }

    private int appendResource(ResourceSpans resource, Sample sample) throws IOException, UnreadableRecordException {
        ByteString service = AttributeText.serviceName(resource.getResource().getAttributesList());
        // Every span of a resource repeats its attributes: they are encoded once.
        int[] attributes = {-1, -1};
        int rows = 0;
        for (ScopeSpans scope : resource.getScopeSpansList()) {
            for (Span span : scope.getSpansList()) {
                beginRow(span, service);
                if (attributes[0] < 0) {
                    attributes[0] = buffer.size();
                    values.attributes(resource.getResource().getAttributesList());
                    attributes[1] = buffer.size();
                } else {
                    buffer.repeat(attributes[0], attributes[1]);
                }
                endRow(span, scope.getScope(), sample);
                rows++;
            }
        }
        return rows;
    }

    private void beginRow(Span span, ByteString service) throws IOException, UnreadableRecordException {
        binary.writeInt64(timestamp(span.getStartTimeUnixNano(), "start time"));
        values.id(span.getTraceId());
        values.id(span.getSpanId());
        values.id(span.getParentSpanId());
        values.text(span.getTraceStateBytes());
        values.text(span.getNameBytes());
        values.text(Names.kind(span.getKind()));
        values.text(service);
    }

    private void endRow(Span span, InstrumentationScope scope, Sample sample)
            throws IOException, UnreadableRecordException {
        values.text(scope.getNameBytes());
        values.text(scope.getVersionBytes());
        values.attributes(span.getAttributesList());
        // The exporter's clocks may disagree; a duration is unsigned.
        binary.writeInt64(Math.max(0, span.getEndTimeUnixNano() - span.getStartTimeUnixNano()));
        values.text(Names.status(span.getStatus().getCode()));
        values.text(span.getStatus().getMessageBytes());
        events(span.getEventsList());
        links(span.getLinksList());
        binary.writeFloat64(sample.weight());
        values.text(ByteString.copyFromUtf8(sample.reason()));
    }

    private void events(List<Span.Event> events) throws IOException, UnreadableRecordException {
        values.size(events.size());
        for (Span.Event event : events) {
            binary.writeInt64(timestamp(event.getTimeUnixNano(), "time of an event"));
        }
        values.size(events.size());
        for (Span.Event event : events) {
            values.text(event.getNameBytes());
        }
        values.size(events.size());
        for (Span.Event event : events) {
            values.attributes(event.getAttributesList());
        }
    }

    private void links(List<Span.Link> links) throws IOException {
        values.size(links.size());
        for (Span.Link link : links) {
            values.id(link.getTraceId());
        }
        values.size(links.size());
        for (Span.Link link : links) {
            values.id(link.getSpanId());
        }
        values.size(links.size());
        for (Span.Link link : links) {
            values.text(link.getTraceStateBytes());
        }
        values.size(links.size());
        for (Span.Link link : links) {
            values.attributes(link.getAttributesList());
        }
    }

    /** The column ends in the year 2262, where a signed 64-bit number of nanoseconds does. */
    private static long timestamp(long unixNanos, String what) throws UnreadableRecordException {
        if (unixNanos < 0) {
            throw new UnreadableRecordException(
                    "the " + what + " of a span is after the year 2262: " + Long.toUnsignedString(unixNanos) + " ns",
                    null);
        }
        return unixNanos;
    }
}
