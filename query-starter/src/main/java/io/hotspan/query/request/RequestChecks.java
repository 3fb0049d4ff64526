package io.hotspan.query.request;

import io.hotspan.service.problem.InvalidRequestException;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the values of a request into what they mean, or refuses them by field with what would be accepted. */
public final class RequestChecks {

    private static final Instant EARLIEST = Instant.EPOCH;

    /** Nanoseconds since the epoch must fit 64 bits, in Java as in ClickHouse. */
    private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

    private static final String AN_INSTANT = "an RFC 3339 instant such as 2026-03-01T14:00:00Z";

    private final RequestLimits limits;

    public RequestChecks(RequestLimits limits) {
        this.limits = limits;
    }

    /** The half-open range {@code [from, to)}, not empty and not longer than allowed. */
    public TimeRange range(@Nullable String from, @Nullable String to) {
        TimeRange range = rangeOfAnyLength("from", from, "to", to);
        if (Duration.between(range.from(), range.to()).compareTo(limits.maxRange()) > 0) {
            throw refused("to", "the range is too long", "at most " + inWords(limits.maxRange()) + " after from");
        }
        return range;
    }

    /** A half-open range whose ends go by names of their own. */
    public TimeRange rangeOfAnyLength(String fromField, @Nullable String from, String toField, @Nullable String to) {
        Instant start = instant(fromField, from);
        Instant end = instant(toField, to);
        if (!start.isBefore(end)) {
            throw refused(toField, "the range is empty", "an instant after " + fromField);
        }
        return new TimeRange(start, end);
    }

    /** The filter that {@code text} means; none or an empty one matches every span. */
    public SpanFilter filter(String field, @Nullable String text) {
        if (text == null) {
            return new SpanFilter.All();
        }
        try {
            return SpanFilterParser.parse(text);
        } catch (SpanFilterSyntaxException e) {
            throw InvalidRequestException.at(field, e.column(), e.getMessage());
        }
    }

    /** Root unless said otherwise. */
    public SpanScope scope(@Nullable String scope) {
        return switch (scope) {
            case null -> SpanScope.ROOT;
            case "root" -> SpanScope.ROOT;
            case "entry" -> SpanScope.ENTRY;
            case "all" -> SpanScope.ALL;
            default -> throw refused("scope", "there is no such scope", "root, entry or all");
        };
    }

    /** A whole number between two bounds, both inclusive; {@code otherwise} if there is none. */
    public int between(String field, @Nullable Integer value, int min, int max, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value < min || value > max) {
            throw refused(field, value + " is out of bounds", wholeNumber(min, max));
        }
        return value;
    }

    /** The same for a query parameter. */
    public int between(String field, @Nullable String text, int min, int max, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return between(field, Integer.valueOf(text), min, max, otherwise);
        } catch (NumberFormatException e) {
            throw refused(field, "not a whole number", wholeNumber(min, max));
        }
    }

    /** {@code value}, which must be there. */
    public <T> T present(String field, @Nullable T value, String accepted) {
        if (value == null) {
            throw refused(field, "is missing", accepted);
        }
        return value;
    }

    /** The refusal of a field, to be thrown. */
    public InvalidRequestException refused(String field, String message, String accepted) {
        return new InvalidRequestException(field, message, accepted);
    }

    private Instant instant(String field, @Nullable String text) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(present(field, text, AN_INSTANT)).toInstant();
        } catch (DateTimeParseException e) {
            throw refused(field, "not an instant", AN_INSTANT);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw refused(field, "is out of bounds", "an instant between " + EARLIEST + " and " + LATEST);
        }
        return instant;
    }

    private static String wholeNumber(int min, int max) {
        return "a whole number from " + min + " to " + max;
    }

    private static String inWords(Duration duration) {
        if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
        }
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
