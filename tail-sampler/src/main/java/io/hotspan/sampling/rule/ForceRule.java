package io.hotspan.sampling.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the traces that match it, whatever the policies say.
 *
 * @param version 1 when it is made, one more with every change
 * @param priority of several that match, the highest decides; of equal ones the oldest
 * @param enabled whether it decides anything
 * @param maxMatches how many traces it decides at most; null if that is not limited
 * @param retroactiveFrom since when traces decided before the rule was made follow it too; null if none
 * @param createdBy who made it, as they said
 * @param expiresAt when it ends by itself
 */
@Schema(name = "ForceRule")
public record ForceRule(
        String id,
        long version,
        String description,
        Action action,
        int priority,
        RuleMatch match,
        boolean enabled,
        @JsonProperty("max_matches") @Nullable Long maxMatches,
        @JsonProperty("retroactive_from") @Nullable Instant retroactiveFrom,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("created_by") String createdBy,
        @JsonProperty("changed_at") Instant changedAt,
        @JsonProperty("expires_at") Instant expiresAt) {

    /** What becomes of a trace. */
    public enum Action {
        @JsonProperty("force_keep")
        FORCE_KEEP,
        @JsonProperty("force_drop")
        FORCE_DROP
    }

    /** The one that decides before another comes before it. */
    public static final Comparator<ForceRule> ORDER = Comparator.comparingInt(ForceRule::priority)
            .reversed()
            .thenComparing(ForceRule::createdAt)
            .thenComparing(ForceRule::id);

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /** Whether its time is over. */
    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether it has been over for so long that nobody will extend it or look it up. */
    public boolean isForgotten(Instant now) {
        return hasExpired(now.minus(KEPT_FOR));
    }

    /** The same, switched on or off. */
    public ForceRule enabled(boolean on, Instant now) {
        return changed(on, expiresAt, now);
    }

    /** The same, ending so much later; from now on, if it has ended. */
    public ForceRule extended(Duration by, Instant now) {
        return changed(enabled, (hasExpired(now) ? now : expiresAt).plus(by), now);
    }

    private ForceRule changed(boolean newEnabled, Instant newExpiresAt, Instant now) {
        return new ForceRule(
                id,
                version + 1,
                description,
                action,
                priority,
                match,
                newEnabled,
                maxMatches,
                retroactiveFrom,
                createdAt,
                createdBy,
                now,
                newExpiresAt);
    }
}
