package io.hotspan.generator.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomnessTest {

    @Property(tries = 200)
    void stream_ofTheSameSeedAndIndex_repeats(@ForAll long seed, @ForAll long index) {
        Randomness one = Randomness.of(seed, index, 3);
        Randomness other = Randomness.of(seed, index, 3);
        for (int i = 0; i < 10; i++) {
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Property(tries = 200)
    void stream_ofAnotherNumberIndexOrSeed_differs(@ForAll long seed, @ForAll long index) {
        long value = Randomness.of(seed, index, 0).nextLong();
        assertThat(Randomness.of(seed, index, 1).nextLong()).isNotEqualTo(value);
        assertThat(Randomness.of(seed, index + 1, 0).nextLong()).isNotEqualTo(value);
        assertThat(Randomness.of(seed + 1, index, 0).nextLong()).isNotEqualTo(value);
    }

    @Test
    void logNormal_ofManyDraws_hasItsMedianAndSpread() {
        Randomness random = Randomness.of(1, 2, 3);
        double[] values = new double[100_000];
        Arrays.setAll(values, _ -> random.nextLogNormal(80, 0.4));
        Arrays.sort(values);
        assertThat(values[values.length / 2]).isCloseTo(80, within(1.0));
        assertThat(values[values.length * 99 / 100]).isCloseTo(80 * Math.exp(0.4 * 2.326), within(5.0));
    }
}
