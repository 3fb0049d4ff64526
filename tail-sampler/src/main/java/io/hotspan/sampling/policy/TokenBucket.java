package io.hotspan.sampling.policy;

/** An average rate with bursts, in the time it is told; full at first. Not thread-safe. */
final class TokenBucket {

    private final double perMilli;
    private final double capacity;
    private double tokens;
    private long filledAtMillis = Long.MIN_VALUE;

    TokenBucket(double perSecond, double capacity) {
        this.perMilli = perSecond / 1_000;
        this.capacity = capacity;
        this.tokens = capacity;
    }

    /** Takes so many tokens, or none at all if there are fewer. */
    boolean take(long amount, long nowMillis) {
        if (filledAtMillis == Long.MIN_VALUE) {
            filledAtMillis = nowMillis;
        }
        if (nowMillis > filledAtMillis) {
            tokens = Math.min(capacity, tokens + (nowMillis - filledAtMillis) * perMilli);
            filledAtMillis = nowMillis;
        }
        if (amount > tokens) {
            return false;
        }
        tokens -= amount;
        return true;
    }
}
