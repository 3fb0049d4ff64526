package io.hotspan.sampling.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.sampling.rollup.SpanCells;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordStoreTest {

    /** A trace is one record here; its id says what the record holds. */
    private final Map<Long, Long> addresses = new HashMap<>();

    private final RecordStore store = new RecordStore(new RecordStore.Owner() {
        @Override
        public boolean has(long high, long low, int index, long address) {
            return Objects.equals(addresses.get(low), address);
        }

        @Override
        public void moved(long high, long low, int index, long address) {
            addresses.put(low, address);
        }
    });

    @Test
    void fewLongLivedRecords_doNotPinWhatLaysBetweenThem() {
        Random random = new Random(7);
        long wire = 0;
        for (long id = 0; id < 200_000; id++) {
            wire += add(id, 100 + random.nextInt(1_000));
            // One in fifty stays; the rest lives for 500 records.
            if (id >= 500 && (id - 500) % 50 != 0) {
                release(id - 500);
            }
        }
        long kept = addresses.keySet().stream().mapToLong(this::size).sum();

        assertThat(wire).isGreaterThan(100_000_000);
        assertThat(store.capacity()).isBetween(kept, 2 * kept);
        addresses.keySet().forEach(this::check);
    }

    @Test
    void allReleased_nothingIsHeld() {
        for (long id = 0; id < 20_000; id++) {
            add(id, 1_000);
        }
        for (long id = 0; id < 20_000; id++) {
            release(id);
        }

        assertThat(store.capacity()).isZero();
    }

    @Test
    void largeRecordReleased_leavesNoArrayThatAddressesCannotReach() {
        add(0, 300_000);
        release(0);
        for (long id = 1; id <= 200; id++) {
            add(id, 2_000);
        }

        addresses.keySet().forEach(this::check);
        assertThat(addresses.values()).doesNotHaveDuplicates();
        assertThat(store.capacity()).isLessThan(2L * 200 * 2_000);
    }

    private int add(long id, int size) {
        byte[] bytes = new byte[size + 8];
        for (int i = 0; i < size; i++) {
            bytes[i + 4] = (byte) (id + i);
        }
        InputRecord record =
                new InputRecord(bytes, 4, size, 1, id, 1, 0, 0, 0, Threshold.ABSENT, false, SpanCells.NONE, 0, null);
        addresses.put(id, store.add(record, id * 3, 0));
        return size;
    }

    private void release(long id) {
        store.release(Objects.requireNonNull(addresses.remove(id)));
        store.compactIfSparse();
    }

    private int size(long id) {
        return store.length(Objects.requireNonNull(addresses.get(id)));
    }

    private void check(long id) {
        long address = Objects.requireNonNull(addresses.get(id));
        byte[] bytes = store.bytes(address);
        int offset = store.offset(address);
        for (int i = 0; i < store.length(address); i++) {
            assertThat(bytes[offset + i]).isEqualTo((byte) (id + i));
        }
        assertThat(store.timestampMillis(address)).isEqualTo(id * 3);
    }
}
