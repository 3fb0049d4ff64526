package io.hotspan.sampling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecisionMemoryTest {

    private static final long NOW = 1_800_000_000_000L;

    @Test
    void decision_isRememberedForTheAskedTimeAtLeast() {
        DecisionMemory memory = new DecisionMemory(Duration.ofMinutes(10), 1000, 1);
        memory.forget(NOW);
        memory.forget(NOW + 599_999);
        memory.remember(decision(7, 0));
        memory.forget(NOW + 600_000);
        assertThat(memory.find(1, 7)).isNotNull();
        memory.forget(NOW + 1_199_999);
        assertThat(memory.find(1, 7)).isNotNull();
        memory.forget(NOW + 1_200_000);
        assertThat(memory.find(1, 7)).isNull();
    }

    @Test
    void tooManyDecisions_giveWayOldestFirst() {
        DecisionMemory memory = new DecisionMemory(Duration.ofDays(1), 10, 1);
        for (int i = 1; i <= 100; i++) {
            memory.remember(decision(i, 0));
            memory.forget(NOW);
            assertThat(memory.size()).isLessThanOrEqualTo(10);
        }
        assertThat(memory.find(1, 100)).isNotNull();
        assertThat(memory.find(1, 90)).isNull();
    }

    @Test
    void laterEntry_replacesTheEarlierOne() {
        DecisionMemory memory = new DecisionMemory(Duration.ofDays(1), 4, 1);
        memory.remember(decision(1, 0));
        memory.remember(decision(2, 0));
        memory.forget(NOW);
        memory.remember(decision(1, 3));

        Decision found = memory.find(1, 1);
        assertThat(found).isNotNull().extracting(Decision::lateSpans).isEqualTo(3);
    }

    private static Decision decision(long low, int late) {
        return new Decision(1, low, Ruling.keep("error", "errors", 0), Trigger.INACTIVITY, 1, 1, 1, 2, NOW)
                .late(late, 2);
    }
}
