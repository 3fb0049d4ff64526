package io.hotspan.sampling;

import io.hotspan.sampling.partition.DecisionTiming;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import io.hotspan.sampling.policy.settings.PolicyProperties;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the tail sampler.
 *
 * @param instanceId unique among running instances; the same after a restart lets the new process end its predecessor's
 *     open transaction at once instead of waiting for its timeout. Random if empty.
 * @param groupId consumer group all instances share
 * @param concurrency number of threads, each with its own share of the partitions
 * @param inactivity a trace is decided when no span came for this long, in record time
 * @param maxTraceAge or this long after its first span
 * @param precedence how policies of different opinion agree
 * @param rollups counts of all spans, made before anything is dropped
 * @param redis where force rules are shared
 * @param dryRun everything is kept; headers and decisions say what would have been
 * @param policiesFile where to read precedence and policies instead, again whenever it changes; none if empty
 * @param policies what to keep and to drop, in their order
 */
@ConfigurationProperties("hotspan.sampler")
public record SamplerProperties(
        @DefaultValue("") String instanceId,
        @DefaultValue("tail-sampler") String groupId,
        @DefaultValue("2") int concurrency,
        @DefaultValue("60s") Duration inactivity,
        @DefaultValue("10m") Duration maxTraceAge,
        @DefaultValue Topics topics,
        @DefaultValue Buffer buffer,
        @DefaultValue Transaction transaction,
        @DefaultValue LateSpans lateSpans,
        @DefaultValue Rollups rollups,
        @DefaultValue Redis redis,
        @DefaultValue("false") boolean dryRun,
        @DefaultValue("all-vote") Precedence precedence,
        @DefaultValue("") String policiesFile,
        @DefaultValue List<PolicyProperties> policies) {

    public SamplerProperties {
        requireAtLeastOne("concurrency", concurrency);
        policies = List.copyOf(policies);
    }

    /** When traces are decided. */
    public DecisionTiming timing() {
        return new DecisionTiming(inactivity, maxTraceAge);
    }

    /** The policies, checked. */
    public PolicySet policySet() {
        return PolicyProperties.policySet(policies, precedence);
    }

    /**
     * Topics read and written.
     *
     * @param input traces as they come, one trace a record
     * @param output records of kept traces
     * @param decisions what was decided, in the partition of the input's number
     * @param rollups counts of all spans
     * @param deadLetter unreadable input
     * @param partitions of the topics written, if they do not exist; at least as many as the input has
     * @param replicationFactor of the topics written, if they do not exist; -1 for the broker's default
     * @param decisionRetention how long decisions are kept, if their topic does not exist
     */
    public record Topics(
            @DefaultValue("otel-traces-raw") String input,
            @DefaultValue("otel-traces-sampled") String output,
            @DefaultValue("sampling-decisions") String decisions,
            @DefaultValue("span-rollups") String rollups,
            @DefaultValue("otel-traces-raw.dlt") String deadLetter,
            @DefaultValue("4") int partitions,
            @DefaultValue("-1") short replicationFactor,
            @DefaultValue("7d") Duration decisionRetention) {

        public Topics {
            requireAtLeastOne("topics.partitions", partitions);
        }
    }

    /**
     * Memory for undecided traces.
     *
     * @param budget of all threads together, in heap; reading pauses when it is used up
     * @param patience how long reading stays paused before the traces quiet for longest are decided early
     */
    public record Buffer(
            @DefaultValue("256MB") DataSize budget,
            @DefaultValue("1s") Duration patience) {

        public Buffer {
            if (budget.toMegabytes() < 1) {
                throw new IllegalArgumentException("hotspan.sampler.buffer.budget must be at least 1MB, not " + budget);
            }
            if (patience.isNegative()) {
                throw new IllegalArgumentException("hotspan.sampler.buffer.patience must not be negative: " + patience);
            }
        }
    }

    /**
     * Transactions.
     *
     * @param interval between commits
     * @param maxBytes written before a commit that does not wait for the interval
     * @param timeout after which the broker gives up a transaction whose writer went silent
     */
    public record Transaction(
            @DefaultValue("1s") Duration interval,
            @DefaultValue("16MB") DataSize maxBytes,
            @DefaultValue("15s") Duration timeout) {

        public Transaction {
            if (interval.isNegative() || interval.compareTo(timeout) >= 0) {
                throw new IllegalArgumentException("hotspan.sampler.transaction.interval (" + interval
                        + ") must lie between 0 and the timeout (" + timeout + ")");
            }
        }
    }

    /**
     * How long late spans follow their trace's decision.
     *
     * @param remember at least this long, in record time
     * @param maxDecisions but no more decisions than this a partition
     */
    public record LateSpans(
            @DefaultValue("10m") Duration remember,
            @DefaultValue("500000") int maxDecisions) {

        public LateSpans {
            requireAtLeastOne("late-spans.max-decisions", maxDecisions);
            if (remember.isNegative()) {
                throw new IllegalArgumentException(
                        "hotspan.sampler.late-spans.remember must not be negative: " + remember);
            }
        }
    }

    /**
     * Counts of all spans.
     *
     * @param maxOperations operations of a service told apart within ten minutes; others count under {@code __other__}
     */
    public record Rollups(@DefaultValue("1000") int maxOperations) {

        public Rollups {
            requireAtLeastOne("rollups.max-operations", maxOperations);
        }
    }

    /**
     * Where all instances share their force rules.
     *
     * @param url such as {@code redis://host:6379}; each instance has rules of its own if empty
     * @param refresh how often rules are read without a notice of a change
     */
    public record Redis(
            @DefaultValue("") String url,
            @DefaultValue("2s") Duration refresh) {

        public Redis {
            if (!url.isEmpty() && !url.startsWith("redis://") && !url.startsWith("rediss://")) {
                // Not with the URL, which may hold a password.
                throw new IllegalArgumentException("hotspan.sampler.redis.url must start with redis:// or rediss://");
            }
            if (refresh.toMillis() < 100) {
                throw new IllegalArgumentException(
                        "hotspan.sampler.redis.refresh must be at least 100ms, not " + refresh);
            }
        }
    }

    private static void requireAtLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("hotspan.sampler." + setting + " must be at least 1, not " + value);
        }
    }
}
