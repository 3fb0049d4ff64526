package io.hotspan.writer.batch;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.RowEncoder;
import io.hotspan.writer.row.RowKind;
import io.hotspan.writer.row.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes a batch as one insert. Records that cannot be rows become dead letters; where the table refuses rows, the
 * batch is halved until the record at fault stands alone. Halves have tokens of their own, so all of this can be
 * repeated.
 */
@Component
public class BatchWriter {
    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    /** Rows are about as large as the protobuf they come from, their attributes' keys repeated. */
    private static final int GROWTH = 2;

    private final SpanTable table;
    private final DeadLetters deadLetters;
    private final UntilDone untilDone;
    private final WriterMetrics metrics;
    private final Map<String, RowKind> sources;

    BatchWriter(SpanTable table, DeadLetters deadLetters, WriterProperties properties, WriterMetrics metrics) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.untilDone = new UntilDone(properties.retry(), metrics);
        this.metrics = metrics;
        this.sources = properties.sources();
    }

    /**
     * Returns when each record is a row or a dead letter, however long that takes.
     *
     * @throws InterruptedException if the partition is no longer ours; what was inserted stays, under its token
     */
    public void write(RecordBatch batch) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        try {
            Encoded encoded = encode(batch, done);
            if (!encoded.records.isEmpty()) {
                insert(encoded, 0, encoded.records.size() - 1, encoded.whole(), done);
            }
        } finally {
            metrics.released(batch.records().size() - done.get());
        }
    }

    private Encoded encode(RecordBatch batch, AtomicInteger done) throws InterruptedException {
        int bytes = batch.records().stream().mapToInt(BatchWriter::size).sum();
        RowKind kind = Objects.requireNonNull(sources.get(batch.partition().topic()));
        Encoded encoded = new Encoded(batch, kind, new RowBuffer(bytes * GROWTH));
        RowEncoder rows = kind.encoder(encoded.buffer);
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            try {
                int count = rows.append(record);
                encoded.add(record, count);
            } catch (UnreadableRecordException unreadable) {
                setAside(record, unreadable, done);
            }
        }
        return encoded;
    }

    private void insert(Encoded encoded, int first, int last, String token, AtomicInteger done)
            throws InterruptedException {
        try {
            if (encoded.begin(first) < encoded.end(last)) {
                untilDone.run("insert " + token, () -> {
                    table.insert(encoded.kind, encoded.buffer, encoded.begin(first), encoded.end(last), token);
                    return true;
                });
            }
            int rows = encoded.rows(first, last);
            metrics.written(last - first + 1, encoded.kind == RowKind.SPANS ? rows : 0);
            done.addAndGet(last - first + 1);
        } catch (RowsRejectedException rejected) {
            if (first == last) {
                setAside(encoded.records.get(first), rejected, done);
            } else {
                log.warn("Table refused {}; halving the batch: {}", token, rejected.getMessage());
                int middle = (first + last) / 2;
                insert(encoded, first, middle, encoded.token(first, middle), done);
                insert(encoded, middle + 1, last, encoded.token(middle + 1, last), done);
            }
        }
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, Exception reason, AtomicInteger done)
            throws InterruptedException {
        log.warn(
                "Dead letter: record {} of {}-{}: {}",
                record.offset(),
                record.topic(),
                record.partition(),
                reason.getMessage());
        untilDone.runUnrefusable("dead letter", () -> deadLetters.send(record, reason));
        metrics.deadLettered();
        done.incrementAndGet();
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedValueSize());
    }

    /** The readable records of a batch with their rows. */
    private static final class Encoded {
        private final RecordBatch batch;
        private final RowKind kind;
        private final RowBuffer buffer;
        private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();

        Encoded(RecordBatch batch, RowKind kind, RowBuffer buffer) {
            this.batch = batch;
            this.kind = kind;
            this.buffer = buffer;
        }

        void add(ConsumerRecord<byte[], byte[]> record, int count) {
            records.add(record);
            ends.add(buffer.size());
            rows.add(count);
        }

        int begin(int first) {
            return first == 0 ? 0 : ends.get(first - 1);
        }

        int end(int last) {
            return ends.get(last);
        }

        int rows(int first, int last) {
            return rows.subList(first, last + 1).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        String whole() {
            return batch.token(batch.from(), batch.to());
        }

        String token(int first, int last) {
            return batch.token(records.get(first).offset(), records.get(last).offset() + 1);
        }
    }
}
