package io.hotspan.generator.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficCurveTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TOTAL = 100_000;

    @Test
    void starts_overARange_liesInItInOrder() {
        Instant to = FROM.plus(Duration.ofMinutes(30));
        TrafficCurve curve = new TrafficCurve(FROM, to, TOTAL);
        long[] starts = LongStream.range(0, TOTAL).map(curve::startEpochNanos).toArray();
        assertThat(starts).isSorted();
        assertThat(starts[0]).isEqualTo(nanos(FROM));
        assertThat(starts[starts.length - 1]).isLessThan(nanos(to));
    }

    @Test
    void starts_overADay_areMoreInTheAfternoonThanAtNight() {
        TrafficCurve curve = new TrafficCurve(FROM, FROM.plus(Duration.ofDays(1)), TOTAL);
        assertThat(startsIn(curve, 14, 16) / (double) startsIn(curve, 2, 4)).isCloseTo(1.3 / 0.7, within(0.1));
    }

    @Test
    void starts_overHalfAnHour_areNeverFarFromTheAverage() {
        TrafficCurve curve = new TrafficCurve(FROM, FROM.plus(Duration.ofMinutes(30)), TOTAL);
        for (int minute = 0; minute < 30; minute++) {
            long from = nanos(FROM.plus(Duration.ofMinutes(minute)));
            long in = count(curve, from, from + Duration.ofMinutes(1).toNanos());
            assertThat(in / (TOTAL / 30.0)).isCloseTo(1, within(0.25));
        }
    }

    private static long startsIn(TrafficCurve curve, int fromHour, int toHour) {
        return count(curve, nanos(FROM.plus(Duration.ofHours(fromHour))), nanos(FROM.plus(Duration.ofHours(toHour))));
    }

    private static long count(TrafficCurve curve, long from, long to) {
        return LongStream.range(0, TOTAL)
                .map(curve::startEpochNanos)
                .filter(start -> start >= from && start < to)
                .count();
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }
}
