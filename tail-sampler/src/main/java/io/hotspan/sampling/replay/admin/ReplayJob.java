package io.hotspan.sampling.replay.admin;

import io.hotspan.sampling.policy.Policy;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.replay.ReplayPlan;
import io.hotspan.sampling.replay.ReplayProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One replay, its progress and its end. */
final class ReplayJob {

    private final String id;
    private final ReplayPlan plan;
    private final Instant createdAt;
    private ReplayState state = ReplayState.RUNNING;
    private ReplayProgress progress = ReplayProgress.NONE;
    private @Nullable Instant finishedAt;
    private @Nullable String failure;

    ReplayJob(String id, ReplayPlan plan, Instant createdAt) {
        this.id = id;
        this.plan = plan;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    ReplayPlan plan() {
        return plan;
    }

    synchronized boolean isRunning() {
        return state == ReplayState.RUNNING;
    }

    /** Whether it has ended before this moment. */
    synchronized boolean hasEndedBefore(Instant at) {
        return finishedAt != null && finishedAt.isBefore(at);
    }

    /** What it has found so far; nothing once it has ended. */
    synchronized void progress(ReplayProgress newProgress) {
        if (isRunning()) {
            progress = newProgress;
        }
    }

    /** Ends it, unless it has ended already. */
    synchronized void end(ReplayState end, Instant at, @Nullable String reason) {
        if (isRunning()) {
            state = end;
            finishedAt = at;
            failure = reason;
        }
    }

    synchronized ReplayView view() {
        return new ReplayView(
                id,
                state,
                plan.from(),
                plan.to(),
                names(plan.candidate()),
                names(plan.inForce()),
                progress.offsetsRead(),
                progress.offsetsTotal(),
                progress.candidate(),
                progress.inForce(),
                progress.lostErrors(),
                progress.tracesDecidedEarly(),
                progress.notices(),
                createdAt,
                finishedAt,
                failure);
    }

    private static List<String> names(PolicySet set) {
        return set.policies().stream().map(Policy::name).toList();
    }
}
