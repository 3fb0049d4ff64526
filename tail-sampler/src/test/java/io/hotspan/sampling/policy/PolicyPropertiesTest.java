package io.hotspan.sampling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPropertiesTest {

    @Test
    void completeSettings_makeAPolicy() {
        assertThat(new PolicyProperties("a", PolicyProperties.Type.ERROR, null, null).toPolicy())
                .isEqualTo(new ErrorPolicy("a"));
        assertThat(new PolicyProperties("a", PolicyProperties.Type.LATENCY, Duration.ofSeconds(1), null).toPolicy())
                .isEqualTo(new LatencyPolicy("a", Duration.ofSeconds(1)));
        assertThat(new PolicyProperties("a", PolicyProperties.Type.PROBABILITY, null, 0.5).toPolicy())
                .isEqualTo(new ProbabilityPolicy("a", 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, PT1S, , policy a has no setting at-least",
        "ERROR, , 0.5, policy a has no setting probability",
        "LATENCY, , , 'policy a needs at-least, such as 2s'",
        "LATENCY, PT0S, , policy a: at-least must be longer than 0",
        "LATENCY, PT1S, 0.5, policy a has no setting probability",
        "PROBABILITY, , , 'policy a needs probability, such as 0.1'",
        "PROBABILITY, , 1.5, policy a: probability must lie between 0 and 1",
        "PROBABILITY, , -0.1, policy a: probability must lie between 0 and 1",
        "PROBABILITY, PT1S, 0.5, policy a has no setting at-least"
    })
    void incompleteOrForeignSettings_areRefused(
            PolicyProperties.Type type, @Nullable Duration atLeast, @Nullable Double probability, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyProperties("a", type, atLeast, probability).toPolicy())
                .withMessageContaining(message);
    }
}
