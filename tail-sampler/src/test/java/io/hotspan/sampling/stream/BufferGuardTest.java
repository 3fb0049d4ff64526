package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.BufferGuard.Advice.DECIDE_EARLY;
import static io.hotspan.sampling.stream.BufferGuard.Advice.PAUSE;
import static io.hotspan.sampling.stream.BufferGuard.Advice.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BufferGuardTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final BufferGuard guard = new BufferGuard(100, Duration.ofSeconds(1));

    @Test
    void fullBuffer_pausesUntilAQuarterIsFree() {
        assertThat(guard.advise(99, 0)).isEqualTo(READ);
        assertThat(guard.advise(100, 0)).isEqualTo(PAUSE);
        assertThat(guard.advise(76, 1)).isEqualTo(PAUSE);
        assertThat(guard.advise(75, 2)).isEqualTo(READ);
        assertThat(guard.advise(99, 3)).isEqualTo(READ);
    }

    @Test
    void bufferThatStaysFull_decidesEarlyWhenPatienceEnds() {
        assertThat(guard.advise(100, 5)).isEqualTo(PAUSE);
        assertThat(guard.advise(100, SECOND + 4)).isEqualTo(PAUSE);
        assertThat(guard.advise(100, SECOND + 5)).isEqualTo(DECIDE_EARLY);
        assertThat(guard.advise(75, SECOND + 6)).isEqualTo(READ);
        assertThat(guard.advise(100, SECOND + 7)).as("patience begins anew").isEqualTo(PAUSE);
    }
}
