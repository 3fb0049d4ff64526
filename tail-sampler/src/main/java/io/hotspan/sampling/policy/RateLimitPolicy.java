package io.hotspan.sampling.policy;

/**
 * Keeps traces up to an average rate. Each input partition has its equal part of rate and burst.
 *
 * @param perSecond spans or bytes a second, in the time of the records
 * @param burst spans or bytes that may be kept at once after a quiet time; a trace larger than a partition's part of it
 *     is never kept
 */
public record RateLimitPolicy(String name, Unit unit, long perSecond, long burst) implements Policy {

    /** What is counted. */
    public enum Unit {
        SPANS("rate-limiting"),
        BYTES("bytes-limiting");

        private final String reason;

        Unit(String reason) {
            this.reason = reason;
        }
    }

    public RateLimitPolicy {
        if (perSecond < 1) {
            throw new IllegalArgumentException("policy " + name + ": the rate must be at least 1 a second");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("policy " + name + ": the burst must be at least 1");
        }
    }

    @Override
    public String reason() {
        return unit.reason;
    }
}
