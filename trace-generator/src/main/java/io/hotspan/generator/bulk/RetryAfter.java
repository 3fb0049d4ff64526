package io.hotspan.generator.bulk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The HTTP header {@code Retry-After}: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    // A receiver that asks for an hour has a typing error or is gone; the caller's own limit should end it.
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private RetryAfter() {}

    /** How long to wait from {@code now}; empty where the header makes no sense. */
    static Optional<Duration> parse(String value, Instant now) {
        return (value.isBlank() || !Character.isDigit(value.charAt(0)) ? date(value, now) : seconds(value))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(String value) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            return Optional.of(
                    Duration.between(now, ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
