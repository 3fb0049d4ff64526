package io.hotspan.receiver.kafka;

import io.hotspan.receiver.ingest.SpanLog;
import io.hotspan.receiver.ingest.SpanLogUnavailableException;
import io.hotspan.telemetry.otlp.TracePart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Appends each part as one record, keyed by trace id so that all spans of a trace share a partition. */
@Component
class KafkaSpanLog implements SpanLog {

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;
    private final TopicOpening opening;
    private final Duration maxBlock;
    private final InstantSource clock;

    KafkaSpanLog(
            KafkaTemplate<String, byte[]> kafka,
            TopicProperties topic,
            TopicOpening opening,
            @Value("${spring.kafka.producer.properties.max.block.ms}") Duration maxBlock,
            InstantSource clock) {
        this.kafka = kafka;
        this.topic = topic.name();
        this.opening = opening;
        this.maxBlock = maxBlock;
        this.clock = clock;
    }

    @Override
    public int append(List<TracePart> parts, Duration timeout) throws SpanLogUnavailableException {
        long deadline = System.nanoTime() + timeout.toNanos();
        awaitTopic(Math.min(maxBlock.toNanos(), timeout.toNanos()));
        List<Future<?>> sends = new ArrayList<>(parts.size());
        for (TracePart part : parts) {
            sends.add(send(part));
            if (deadline - System.nanoTime() < 0) {
                throw new SpanLogUnavailableException("Kafka takes no more records", new TimeoutException());
            }
        }
        int tooLarge = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (!isStored(sends.get(i), deadline)) {
                tooLarge += parts.get(i).spans();
            }
        }
        return tooLarge;
    }

    private void awaitTopic(long nanos) throws SpanLogUnavailableException {
        try {
            if (!opening.awaitOpen(nanos)) {
                throw new SpanLogUnavailableException("the topic has no leaders yet", new TimeoutException());
            }
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    /** Blocks, at most for {@code max.block.ms}, while the topic is not known or the buffer is full. */
    private Future<?> send(TracePart part) throws SpanLogUnavailableException {
        try {
            return kafka.send(new ProducerRecord<>(
                    topic, null, clock.millis(), part.traceId().toString(), part.data()));
        } catch (RuntimeException e) {
            if (isTooLarge(e)) {
                return CompletableFuture.failedFuture(e);
            }
            throw unavailable(e);
        }
    }

    /** Whether the record is safe; false if it was too large. */
    private static boolean isStored(Future<?> send, long deadline) throws SpanLogUnavailableException {
        try {
            send.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            if (isTooLarge(e)) {
                return false;
            }
            throw unavailable(e);
        } catch (TimeoutException e) {
            throw new SpanLogUnavailableException("Kafka did not confirm in time", e);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    private static SpanLogUnavailableException stopping(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SpanLogUnavailableException("the receiver is stopping", e);
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private static SpanLogUnavailableException unavailable(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new SpanLogUnavailableException("Kafka answered: " + root.getMessage(), failure);
    }
}
