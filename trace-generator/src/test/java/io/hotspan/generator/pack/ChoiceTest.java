package io.hotspan.generator.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void pick_often_followsTheWeights() {
        Choice<String> choice = Choice.of("often", 3).or("seldom", 1).build();
        Randomness random = Randomness.of(1, 1, 1);
        long often = IntStream.range(0, 40_000)
                .filter(_ -> choice.pick(random).equals("often"))
                .count();
        assertThat(often / 40_000.0).isCloseTo(0.75, within(0.01));
        assertThat(choice.values()).containsExactly("often", "seldom");
    }

    @Test
    void weight_ofZero_isRefused() {
        assertThatThrownBy(() -> Choice.of("never", 0)).hasMessageContaining("never");
    }
}
