package io.hotspan.sampling.stream;

import java.time.Duration;

/**
 * Says what to do about memory: read on, pause, or, when pausing alone has freed nothing for a while, decide traces
 * early. Without the last a full buffer could stay full for ever, because a paused partition's record time stands
 * still.
 */
final class BufferGuard {

    /** What to do. */
    enum Advice {
        READ,
        PAUSE,
        DECIDE_EARLY
    }

    private final long budgetBytes;
    private final long resumeBytes;
    private final long patienceNanos;
    private boolean full;
    private long fullSinceNanos;

    BufferGuard(long budgetBytes, Duration patience) {
        this.budgetBytes = budgetBytes;
        this.resumeBytes = budgetBytes - budgetBytes / 4;
        this.patienceNanos = patience.toNanos();
    }

    /** Advice for a buffer of this size at this time of a monotonic clock. */
    Advice advise(long bytes, long nowNanos) {
        if (!full && bytes >= budgetBytes) {
            full = true;
            fullSinceNanos = nowNanos;
        } else if (full && bytes <= resumeBytes) {
            full = false;
        }
        if (!full) {
            return Advice.READ;
        }
        return nowNanos - fullSinceNanos >= patienceNanos ? Advice.DECIDE_EARLY : Advice.PAUSE;
    }

    /** Whether a buffer of this size may be read into again. */
    boolean hasRoom(long bytes) {
        return bytes <= resumeBytes;
    }
}
