package io.hotspan.writer.row;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import com.google.protobuf.ByteString;
import io.hotspan.telemetry.rollup.MalformedRollupException;
import io.hotspan.telemetry.rollup.Rollup;
import io.hotspan.telemetry.rollup.RollupReader;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Rollups as rows of {@code otel_traces_rollups} in ClickHouse's RowBinary format, named as spans are. */
public final class RollupRows implements RowEncoder {
    /** The columns a row has, in its order. */
    public static final List<String> COLUMNS =
            List.of("Time", "ServiceName", "SpanName", "SpanKind", "StatusCode", "IsRoot", "LatencyBucket", "Spans");

    private final RowBuffer buffer;
    private final RowBinaryFormatSerializer binary;
    private final ValueWriter values;

    public RollupRows(RowBuffer buffer) {
        this.buffer = buffer;
        this.binary = new RowBinaryFormatSerializer(buffer);
        this.values = new ValueWriter(buffer);
    }

    @Override
    public int append(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
        if (record.value() == null) {
            throw new UnreadableRecordException("a record without a value", null);
        }
        int start = buffer.size();
        int[] rows = {0};
        try {
            RollupReader.forEach(record.value(), rollup -> {
                append(rollup);
                rows[0]++;
            });
            return rows[0];
        } catch (MalformedRollupException malformed) {
            buffer.truncate(start);
            throw new UnreadableRecordException("not a batch of rollups: " + malformed.getMessage(), malformed);
        }
    }

    private void append(Rollup rollup) {
        try {
            binary.writeInt64(rollup.startSeconds());
            values.text(ByteString.copyFromUtf8(rollup.service()));
            values.text(ByteString.copyFromUtf8(rollup.operation()));
            values.text(Names.kind(kind(rollup.kind())));
            values.text(Names.status(status(rollup.status())));
            binary.writeBool(rollup.root());
            binary.writeInt16((short) rollup.bucket());
            binary.writeInt64(rollup.spans());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a buffer in memory does not fail
        }
    }

    private static Span.SpanKind kind(int number) {
        Span.SpanKind kind = Span.SpanKind.forNumber(number);
        return kind == null ? Span.SpanKind.UNRECOGNIZED : kind;
    }

    private static Status.StatusCode status(int number) {
        Status.StatusCode code = Status.StatusCode.forNumber(number);
        return code == null ? Status.StatusCode.UNRECOGNIZED : code;
    }
}
