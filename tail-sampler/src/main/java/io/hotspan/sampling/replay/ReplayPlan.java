package io.hotspan.sampling.replay;

import io.hotspan.sampling.partition.DecisionTiming;
import io.hotspan.sampling.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;

/**
 * What to replay and how.
 *
 * @param topic the input topic
 * @param from traces that begin from here on, in the time of the records
 * @param to and before here
 * @param candidate the policies to be tried
 * @param inForce the policies to compare them with
 * @param remember how long late spans follow their trace's decision
 * @param maxDecisions but no more decisions than this
 * @param bufferBytes heap for undecided traces, past which they are decided early
 * @param seed of tables by trace id
 */
public record ReplayPlan(
        String topic,
        Instant from,
        Instant to,
        PolicySet candidate,
        PolicySet inForce,
        DecisionTiming timing,
        Duration remember,
        int maxDecisions,
        long bufferBytes,
        long seed) {}
