package io.hotspan.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.telemetry.latency.LatencyBuckets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollupBatchTest {

    private static final Rollup CHECKOUT = new Rollup(1_700_000_000, "cart", "GET /checkout", 2, 0, true, 93, 12);

    @Property
    void rollups_areReadAsWritten(@ForAll("rollups") List<Rollup> rollups) throws MalformedRollupException {
        assertThat(read(written(rollups))).isEqualTo(rollups);
    }

    @Test
    void batch_isEmptyOnceTaken() throws MalformedRollupException {
        RollupBatch batch = new RollupBatch();
        batch.add(CHECKOUT);
        batch.take();

        assertThat(batch.bytes()).isZero();
        batch.add(CHECKOUT);
        assertThat(read(batch.take())).containsExactly(CHECKOUT);
    }

    @Test
    void textsOfManyRollups_areWrittenOnce() {
        byte[] one = written(List.of(CHECKOUT));
        byte[] two = written(List.of(CHECKOUT, CHECKOUT));

        assertThat(two.length - one.length).isLessThan(20);
    }

    @Test
    void unknownFields_areSteppedOver() throws MalformedRollupException {
        byte[] known = written(List.of(CHECKOUT));
        byte[] more = Arrays.copyOf(known, known.length + 3);
        more[known.length] = (byte) (9 << 3 | 2);
        more[known.length + 1] = 1;

        assertThat(read(more)).containsExactly(CHECKOUT);
    }

    @Test
    void bytesCutShort_areRefusedUnlessAFieldEndsThere() {
        byte[] whole = written(List.of(CHECKOUT));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(read(cut)).isEmpty();
            } catch (MalformedRollupException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void textThatIsMissing_isRefused() {
        assertThatThrownBy(() -> read(new byte[] {2 << 3 | 2, 2, 2 << 3, 7})).hasMessageContaining("text");
    }

    @Provide
    Arbitrary<List<Rollup>> rollups() {
        Arbitrary<String> text = Arbitraries.of("", "cart", "GET /é", Rollup.OTHER, "x".repeat(300));
        return Combinators.combine(
                        Arbitraries.longs().between(0, 922_337_203),
                        text,
                        text,
                        Arbitraries.integers().between(0, Rollup.UNKNOWN_KIND),
                        Arbitraries.integers().between(0, Rollup.UNKNOWN_STATUS),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(LatencyBuckets.MIN_INDEX, LatencyBuckets.MAX_INDEX),
                        Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as((start, service, operation, kind, status, root, bucket, spans) ->
                        new Rollup(start * Rollup.STEP_SECONDS, service, operation, kind, status, root, bucket, spans))
                .list()
                .ofMaxSize(50);
    }

    private static byte[] written(List<Rollup> rollups) {
        RollupBatch batch = new RollupBatch();
        rollups.forEach(batch::add);
        return batch.take();
    }

    private static List<Rollup> read(byte[] value) throws MalformedRollupException {
        List<Rollup> rollups = new ArrayList<>();
        RollupReader.forEach(value, rollups::add);
        return rollups;
    }
}
