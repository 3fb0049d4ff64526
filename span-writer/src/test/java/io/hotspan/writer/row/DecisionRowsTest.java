package io.hotspan.writer.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionBatch;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.PolicyList;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRowsTest {

    private static final PolicyList POLICIES =
            PolicyList.of("all-vote", List.of(new PolicyList.Policy("errors", "error", "x".repeat(1_000))));

    private final RowBuffer buffer = new RowBuffer(100);
    private final DecisionRows rows = new DecisionRows(buffer);

    @Test
    void policies_areSpeltOutOnceARecord() throws UnreadableRecordException {
        assertThat(rows.append(record(batch(50)))).isEqualTo(50);
        assertThat(buffer.size()).isBetween(50 * 150, 50 * 200 + 1_000);

        int first = buffer.size();
        rows.append(record(batch(50)));
        assertThat(buffer.size()).as("each record by itself").isEqualTo(2 * first);
    }

    @Test
    void bytesCutShort_areRefusedAndLeaveNoRow() {
        byte[] whole = batch(2);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> rows.append(record(cut)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("not a batch of decisions");
        assertThat(buffer.size()).isZero();
    }

    @Test
    void recordWithoutValue_isRefused() {
        assertThatThrownBy(() -> rows.append(record(null))).isInstanceOf(UnreadableRecordException.class);
    }

    private static byte[] batch(int traces) {
        DecisionBatch batch = new DecisionBatch("sampler-0");
        for (int i = 1; i <= traces; i++) {
            Decision decision =
                    new Decision(1, i, Ruling.keep("error", "errors", 0), Trigger.INACTIVITY, 1, 1, i, i + 1, 1_800);
            batch.add(decision, new Evidence(POLICIES, new long[] {Evidence.vote(0)}, i, 100, 1, 1));
        }
        return batch.take();
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>("sampling-decisions", 0, 0, null, value);
    }
}
