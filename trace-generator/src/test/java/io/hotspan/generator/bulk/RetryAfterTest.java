package io.hotspan.generator.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void parse_seconds_isThatLong() {
        assertThat(RetryAfter.parse(" 7 ".strip(), NOW)).hasValue(Duration.ofSeconds(7));
    }

    @Test
    void parse_date_isTheTimeUntilThen() {
        assertThat(RetryAfter.parse("Sun, 1 Mar 2026 12:00:30 GMT", NOW)).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void parse_pastDate_isNoWait() {
        assertThat(RetryAfter.parse("Sun, 1 Mar 2026 11:00:00 GMT", NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void parse_anHour_isCut() {
        assertThat(RetryAfter.parse("3600", NOW)).hasValue(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
    void parse_nonsense_isEmpty(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
