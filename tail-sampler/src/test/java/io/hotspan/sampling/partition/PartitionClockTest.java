package io.hotspan.sampling.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionClockTest {

    private final PartitionClock clock = new PartitionClock();

    @Test
    void recordsOfLongAgo_areTimedByTheirOwnClock() {
        clock.record(1_000, 9_000_000);
        clock.record(1_500, 9_000_001);
        assertThat(clock.millis()).isEqualTo(1_500);
        clock.record(1_400, 9_000_002);
        assertThat(clock.millis()).as("never backwards").isEqualTo(1_500);
    }

    @Test
    void recordsFromTheFuture_doNotPassTheWallClock() {
        clock.record(99_000, 10_000);
        assertThat(clock.millis()).isEqualTo(10_000);
    }

    @Test
    void idlePartition_goesOnAtTheWallClocksPace() {
        clock.record(1_000, 500_000);
        clock.idle(503_000);
        assertThat(clock.millis()).isEqualTo(4_000);
        clock.idle(504_000);
        assertThat(clock.millis()).isEqualTo(5_000);
    }

    @Test
    void partitionWithoutARecord_standsStill() {
        clock.idle(500_000);
        assertThat(clock.millis()).isZero();
    }
}
