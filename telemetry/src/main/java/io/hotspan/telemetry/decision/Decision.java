package io.hotspan.telemetry.decision;

import io.hotspan.telemetry.TraceKeyed;

/**
 * What is remembered of a decided trace, and the part of a log's entry that each entry has. A later entry of the same
 * trace, made by a late record or by a revival, replaces the earlier one. What only whoever explains the decision needs
 * is {@link Evidence}, in the first entry alone.
 *
 * @param high first half of the trace id
 * @param low second half of the trace id
 * @param spans number of spans the ruling is about
 * @param errorSpans number of those with status error
 * @param lateSpans number of spans that came after it, up to this entry
 * @param revival how far it was brought back from the log, up to this entry
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
        int lateSpans,
        Revival revival,
        long firstOffset,
        long settledBelow,
        long decidedAtMillis)
        implements TraceKeyed {

    /** A first decision. */
    public Decision(
            long high,
            long low,
            Ruling ruling,
            Trigger trigger,
            int spans,
            int errorSpans,
            long firstOffset,
            long settledBelow,
            long decidedAtMillis) {
        this(
                high,
                low,
                ruling,
                trigger,
                spans,
                errorSpans,
                0,
                Revival.NONE,
                firstOffset,
                settledBelow,
                decidedAtMillis);
    }

    /** The entry for a late record with this many spans, just below the offset. */
    public Decision late(int count, long settledBelowOffset) {
        return copy(ruling, lateSpans + count, revival, settledBelowOffset);
    }

    /** The entry by which a dropped trace becomes a kept one, whose spans so far, below the offset, are to follow. */
    public Decision reviving(Ruling keeping, long below) {
        return copy(keeping, lateSpans, Revival.asked(firstOffset, below, spans + lateSpans), settledBelow);
    }

    /** The entry that leaves together with so many spans brought back: all that the log had below the offset. */
    public Decision revived(int count, long upTo) {
        return copy(ruling, lateSpans, revival.restored(count, upTo), settledBelow);
    }

    private Decision copy(Ruling newRuling, int newLateSpans, Revival newRevival, long newSettledBelow) {
        return new Decision(
                high,
                low,
                newRuling,
                trigger,
                spans,
                errorSpans,
                newLateSpans,
                newRevival,
                firstOffset,
                newSettledBelow,
                decidedAtMillis);
    }
}
