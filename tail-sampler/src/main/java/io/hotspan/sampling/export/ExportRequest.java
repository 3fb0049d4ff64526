package io.hotspan.sampling.export;

import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Records that go into one request. OTLP messages joined end to end are one message. */
final class ExportRequest {

    private final List<byte[]> messages = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> end = new HashMap<>();
    private long bytes;
    private long spans;

    private ExportRequest() {}

    /** Divides what was polled into requests of at most so many bytes, in the order of offsets. */
    static List<ExportRequest> divide(Iterable<ConsumerRecord<byte[], byte[]>> records, long maxBytes) {
        List<ExportRequest> requests = new ArrayList<>();
        ExportRequest current = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] message = record.value() == null ? new byte[0] : record.value();
            if (current == null || (current.bytes > 0 && current.bytes + message.length > maxBytes)) {
                current = new ExportRequest();
                requests.add(current);
            }
            current.add(record, message);
        }
        return requests;
    }

    /** What to commit once it is answered. */
    Map<TopicPartition, OffsetAndMetadata> end() {
        return end;
    }

    long spans() {
        return spans;
    }

    /** The {@code ExportTraceServiceRequest}, compressed by gzip. */
    byte[] compressed() {
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) (bytes / 4) + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            for (byte[] message : messages) {
                gzip.write(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    private void add(ConsumerRecord<byte[], byte[]> record, byte[] message) {
        messages.add(message);
        bytes += message.length;
        spans += count(message);
        end.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }

    private static long count(byte[] message) {
        long[] count = {0};
        try {
            new SpanScanner(AttributeKeys.NONE).scan(message, _ -> count[0]++);
        } catch (MalformedOtlpException e) {
            // Not ours, then; the endpoint will say what it thinks of it.
        }
        return count[0];
    }
}
