package io.hotspan.sampling.rule.admin;

import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.ForceRule.Action;
import io.hotspan.sampling.rule.RuleMatch;
import io.hotspan.service.problem.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes rules of what clients ask for, or refuses a field by JSON pointer. */
final class RuleChecks {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MAX_TEXT = 500;

    private RuleChecks() {}

    /** A new rule. */
    static ForceRule create(RuleRequest request, String id, Instant now) {
        return rule(request, id, 1, now, text("/created_by", request.createdBy()), now);
    }

    /** What is to stand in the place of a rule: all of it is new but who made it and when. */
    static ForceRule replace(ForceRule old, RuleRequest request, Instant now) {
        return rule(request, old.id(), old.version() + 1, old.createdAt(), old.createdBy(), now);
    }

    /** The time that a rule is to go on for. */
    static Duration extension(RuleRequest.Extension request, ForceRule rule, Instant now) {
        Long seconds = request.durationSecs();
        if (seconds == null) {
            throw new InvalidRequestException("/duration_secs", "is missing", "1 to " + LONGEST.toSeconds());
        }
        Duration by = duration(seconds);
        if (rule.extended(by, now).expiresAt().isAfter(now.plus(LONGEST))) {
            throw new InvalidRequestException(
                    "/duration_secs", "would make the rule last too long", "an end within 30 days from now");
        }
        return by;
    }

    private static ForceRule rule(
            RuleRequest request, String id, long version, Instant createdAt, String createdBy, Instant now) {
        Action action = request.action();
        if (action == null) {
            throw new InvalidRequestException("/action", "is missing", "force_keep or force_drop");
        }
        RuleMatch match = MatchChecks.check(request.match());
        if (match.all() && action == Action.FORCE_DROP) {
            throw new InvalidRequestException("/match/all", "would drop every trace", "matchers");
        }
        return new ForceRule(
                id,
                version,
                text("/description", request.description()),
                action,
                Objects.requireNonNullElse(request.priority(), 0),
                match,
                !Boolean.FALSE.equals(request.enabled()),
                maxMatches(request.maxMatches()),
                retroactiveFrom(request.retroactiveFrom(), action, now),
                createdAt,
                createdBy,
                now,
                now.plus(request.durationSecs() == null ? USUAL : duration(request.durationSecs())));
    }

    private static Duration duration(long seconds) {
        if (seconds < 1 || seconds > LONGEST.toSeconds()) {
            throw new InvalidRequestException("/duration_secs", "is out of range", "1 to " + LONGEST.toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }

    private static @Nullable Long maxMatches(@Nullable Long max) {
        if (max != null && max < 1) {
            throw new InvalidRequestException("/max_matches", "is out of range", "at least 1");
        }
        return max;
    }

    private static @Nullable Instant retroactiveFrom(@Nullable Instant from, Action action, Instant now) {
        if (from != null && action == Action.FORCE_DROP) {
            throw new InvalidRequestException(
                    "/retroactive_from", "is for force_keep only: what was kept cannot be taken back");
        }
        if (from != null && from.isAfter(now)) {
            throw new InvalidRequestException("/retroactive_from", "lies in the future", "a time that has passed");
        }
        return from;
    }

    private static String text(String at, @Nullable String text) {
        if (text != null && text.length() > MAX_TEXT) {
            throw new InvalidRequestException(at, "is too long", "at most " + MAX_TEXT + " characters");
        }
        return text == null ? "" : text;
    }
}
