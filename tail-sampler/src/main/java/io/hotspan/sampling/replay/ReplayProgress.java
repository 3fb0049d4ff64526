package io.hotspan.sampling.replay;

import java.util.List;

/**
 * How far a replay has come and what it has found so far.
 *
 * @param offsetsRead of the input
 * @param offsetsTotal that there are to read; may grow by traces that are still open at the end of the range
 * @param tracesDecidedEarly for lack of memory
 * @param notices what makes the result less than exact
 */
public record ReplayProgress(
        long offsetsRead,
        long offsetsTotal,
        long tracesDecidedEarly,
        Outcome candidate,
        Outcome inForce,
        LostErrors lostErrors,
        List<String> notices) {

    /** Nothing read yet. */
    public static final ReplayProgress NONE =
            new ReplayProgress(0, 0, 0, Outcome.NONE, Outcome.NONE, LostErrors.NONE, List.of());

    public ReplayProgress {
        notices = List.copyOf(notices);
    }
}
