package io.hotspan.generator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PacerTest {

    static final long SECOND = 1_000_000_000;

    @Property
    void taken_howeverOftenAsked_isRateTimesTime(
            @ForAll @DoubleRange(min = 0.1, max = 100_000) double perSecond,
            @ForAll @Size(max = 200) List<@LongRange(min = 0, max = SECOND / 2) Long> naps) {
        Pacer pacer = new Pacer(perSecond, 0);
        long now = 0;
        long taken = 0;
        for (long nap : naps) {
            now += nap;
            taken += pacer.take(now);
        }
        assertThat(taken + pacer.skipped()).isEqualTo((long) Math.floor(now / 1e9 * perSecond));
    }

    @Property
    void next_afterTheWaitItNames_isDue(
            @ForAll @DoubleRange(min = 0.1, max = 100_000) double perSecond,
            @ForAll @LongRange(min = 0, max = 3600 * SECOND) long now) {
        Pacer pacer = new Pacer(perSecond, 0);
        long _ = pacer.take(now);
        assertThat(pacer.take(now)).isZero();
        // One nanosecond of rounding.
        assertThat(pacer.take(now + pacer.nanosUntilNext(now) + 1)).isPositive();
    }

    @Test
    void take_afterALongStall_isOneSecondsWorth() {
        Pacer pacer = new Pacer(50, 0);
        assertThat(pacer.take(60 * SECOND)).isEqualTo(50);
        assertThat(pacer.skipped()).isEqualTo(59 * 50);
        assertThat(pacer.take(61 * SECOND)).isEqualTo(50);
    }

    @Test
    void take_withLessThanOneASecond_waitsForIt() {
        Pacer pacer = new Pacer(0.5, 0);
        assertThat(pacer.take(SECOND)).isZero();
        assertThat(pacer.nanosUntilNext(SECOND)).isEqualTo(SECOND);
        assertThat(pacer.take(2 * SECOND)).isEqualTo(1);
    }
}
