package io.hotspan.sampling.decision;

import io.hotspan.sampling.index.TraceKeyed;

/**
 * An entry of the decision log. A later entry of the same trace, made by a late record, repeats the ruling with a
 * higher {@code lateSpans} and {@code settledBelow}.
 *
 * @param high first half of the trace id
 * @param low second half of the trace id
 * @param spans number of spans the ruling is about
 * @param errorSpans number of those with status error
 * @param durationNanos from their earliest start to their latest end
 * @param lateSpans number of spans that came after it, up to this entry
 * @param firstOffset where in the input partition the trace began
 * @param settledBelow every record of the trace below this input offset is out
 * @param decidedAtMillis when the ruling was made, in record time, milliseconds since 1970 UTC
 */
public record Decision(
        long high,
        long low,
        Ruling ruling,
        Trigger trigger,
        int spans,
        int errorSpans,
        long durationNanos,
        int lateSpans,
        long firstOffset,
        long settledBelow,
        long decidedAtMillis)
        implements TraceKeyed {

    /** The entry for a late record with this many spans, just below the offset. */
    public Decision late(int count, long settledBelowOffset) {
        return copy(ruling, lateSpans + count, settledBelowOffset);
    }

    /** The same with an equal ruling. */
    public Decision with(Ruling equalRuling) {
        return copy(equalRuling, lateSpans, settledBelow);
    }

    private Decision copy(Ruling newRuling, int newLateSpans, long newSettledBelow) {
        return new Decision(
                high,
                low,
                newRuling,
                trigger,
                spans,
                errorSpans,
                durationNanos,
                newLateSpans,
                firstOffset,
                newSettledBelow,
                decidedAtMillis);
    }
}
