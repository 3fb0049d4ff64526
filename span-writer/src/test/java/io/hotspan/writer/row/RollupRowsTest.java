package io.hotspan.writer.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.telemetry.rollup.Rollup;
import io.hotspan.telemetry.rollup.RollupBatch;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollupRowsTest {

    private final RowBuffer buffer = new RowBuffer(100);
    private final RollupRows rows = new RollupRows(buffer);

    @Test
    void rollup_isARow() throws UnreadableRecordException {
        assertThat(rows.append(record(batch()))).isEqualTo(2);
        assertThat(buffer.size()).isPositive();
    }

    @Test
    void bytesCutShort_areRefusedAndLeaveNoRow() throws UnreadableRecordException {
        byte[] whole = batch();
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> rows.append(record(cut)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("not a batch of rollups");
        assertThat(buffer.size()).isZero();
    }

    @Test
    void recordWithoutValue_isRefused() {
        assertThatThrownBy(() -> rows.append(record(null))).isInstanceOf(UnreadableRecordException.class);
    }

    private static byte[] batch() {
        RollupBatch batch = new RollupBatch();
        batch.add(new Rollup(1_700_000_000, "cart", "GET /", 2, 0, true, 80, 7));
        batch.add(new Rollup(1_700_000_000, "cart", "GET /", 2, 2, true, 80, 1));
        return batch.take();
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>("span-rollups", 0, 0, null, value);
    }
}
