package io.hotspan.generator.live;

/**
 * Says how many traces are due. Counted from a fixed origin, so that rounding and late wake-ups never add up to a
 * drift. After a long stall the backlog is cut to one second, as a client that was suspended would not send the past
 * either.
 */
final class Pacer {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final long originNanos;
    private long issued;
    private long skipped;

    Pacer(double perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.originNanos = nowNanos;
    }

    double perSecond() {
        return perSecond;
    }

    /** How many are due now and have not been taken before. */
    long take(long nowNanos) {
        long due = dueBy(nowNanos) - issued;
        long most = Math.max(1, (long) Math.ceil(perSecond));
        if (due > most) {
            skipped += due - most;
            issued += due - most;
            due = most;
        }
        issued += due;
        return due;
    }

    /** Time until the next one is due, at least 1 ns. */
    long nanosUntilNext(long nowNanos) {
        long at = originNanos + (long) Math.ceil((issued + 1) / perSecond * NANOS_PER_SECOND);
        return Math.max(1, at - nowNanos);
    }

    /** How many were left out because of stalls. */
    long skipped() {
        return skipped;
    }

    private long dueBy(long nowNanos) {
        return (long) Math.floor((nowNanos - originNanos) / NANOS_PER_SECOND * perSecond);
    }
}
