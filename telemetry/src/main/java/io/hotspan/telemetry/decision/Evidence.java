package io.hotspan.telemetry.decision;

import java.util.Arrays;

/**
 * What a ruling was made of: the policies in force, what each said, and the facts they were told that a
 * {@link Decision} does not have. Its votes may lie in an array that is used again after the call it is handed to.
 */
public final class Evidence {

    /** Vote of a policy that had no need to be asked. */
    public static final long NOT_ASKED = 0;

    /** Vote of a policy that neither keeps the trace nor drops it. */
    public static final long NO_OPINION = 1;

    private static final long FIRST_THRESHOLD = 2;

    private final PolicyList policies;
    private final long[] votes;
    private final long randomness;
    private final long bytes;
    private final long startNanos;
    private final long durationNanos;

    /**
     * @param votes of each policy in order: {@link #NOT_ASKED}, {@link #NO_OPINION} or one {@linkplain #vote made of a
     *     threshold}
     * @param randomness what thresholds were compared with
     * @param bytes size of the trace's records
     * @param startNanos start of its earliest span, nanoseconds since 1970 UTC
     * @param durationNanos from there to its latest end
     */
    public Evidence(
            PolicyList policies, long[] votes, long randomness, long bytes, long startNanos, long durationNanos) {
        this.policies = policies;
        this.votes = votes;
        this.randomness = randomness;
        this.bytes = bytes;
        this.startNanos = startNanos;
        this.durationNanos = durationNanos;
    }

    /** The vote of a policy with this rejection threshold. */
    public static long vote(long threshold) {
        return threshold + FIRST_THRESHOLD;
    }

    /** The rejection threshold of a vote; not to be asked of one without. */
    public static long threshold(long vote) {
        if (vote < FIRST_THRESHOLD) {
            throw new IllegalArgumentException("a vote without a threshold: " + vote);
        }
        return vote - FIRST_THRESHOLD;
    }

    /** The policies that were in force when the trace began. */
    public PolicyList policies() {
        return policies;
    }

    /** What each of them said, in their order. */
    public long[] votes() {
        return votes.clone();
    }

    /** The 56 bits that thresholds were compared with. */
    public long randomness() {
        return randomness;
    }

    /** Size of the trace's records. */
    public long bytes() {
        return bytes;
    }

    /** Start of its earliest span, nanoseconds since 1970 UTC. */
    public long startNanos() {
        return startNanos;
    }

    /** From its earliest start to its latest end, in nanoseconds. */
    public long durationNanos() {
        return durationNanos;
    }

    /** What {@link #votes} are a copy of. */
    long[] votesInPlace() {
        return votes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && policies.equals(that.policies)
                && Arrays.equals(votes, that.votes)
                && randomness == that.randomness
                && bytes == that.bytes
                && startNanos == that.startNanos
                && durationNanos == that.durationNanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(policies.version()) + 31 * Arrays.hashCode(votes);
    }

    @Override
    public String toString() {
        return "Evidence[policies=" + policies + ", votes=" + Arrays.toString(votes) + ", randomness=" + randomness
                + ", bytes=" + bytes + ", startNanos=" + startNanos + ", durationNanos=" + durationNanos + "]";
    }
}
