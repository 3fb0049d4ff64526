package io.hotspan.generator.backfill;

import io.hotspan.generator.bulk.BulkProgress;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One back-fill, its progress and its end. */
final class BackfillJob implements BulkProgress {

    private final String id;
    private final BackfillPlan plan;
    private final Instant createdAt;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentSpans = new AtomicLong();
    private final AtomicLong rejectedSpans = new AtomicLong();
    private BackfillState state = BackfillState.QUEUED;
    private @Nullable Instant finishedAt;
    private @Nullable String failure;
    private @Nullable Future<?> task;

    BackfillJob(String id, BackfillPlan plan, Instant createdAt) {
        this.id = id;
        this.plan = plan;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    BackfillPlan plan() {
        return plan;
    }

    synchronized boolean isOver() {
        return state.isFinal();
    }

    synchronized void runsAs(Future<?> newTask) {
        task = newTask;
    }

    /** Whether it may run; false where it was cancelled before its turn. */
    synchronized boolean begin() {
        if (state != BackfillState.QUEUED) {
            return false;
        }
        state = BackfillState.RUNNING;
        return true;
    }

    /** Ends it, unless it has ended already. */
    synchronized void end(BackfillState end, Instant at, @Nullable String reason) {
        if (!state.isFinal()) {
            state = end;
            finishedAt = at;
            failure = reason;
        }
    }

    /** Stops the work; requests under way may still be taken. */
    synchronized void cancel(Instant at) {
        end(BackfillState.CANCELLED, at, null);
        if (task != null) {
            task.cancel(true);
        }
    }

    @Override
    public void delivered(int traces, long spans, long rejected) {
        sent.addAndGet(traces);
        sentSpans.addAndGet(spans - rejected);
        rejectedSpans.addAndGet(rejected);
    }

    synchronized BackfillView view() {
        return new BackfillView(
                id,
                state,
                sent.get(),
                plan.total(),
                sentSpans.get(),
                rejectedSpans.get(),
                plan.pack(),
                plan.from(),
                plan.to(),
                plan.tracesPerSecond(),
                plan.firstIndex(),
                createdAt,
                finishedAt,
                failure);
    }
}
