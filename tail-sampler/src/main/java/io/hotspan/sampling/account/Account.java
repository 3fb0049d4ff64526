package io.hotspan.sampling.account;

/**
 * What became of every record and span read since the start, as of the last transaction. It cannot be made with sums
 * that do not add up.
 *
 * @param recordsRead from the input topic
 * @param recordsTaken whose spans were taken in
 * @param recordsReplayed already settled before a restart or rebalance, and so passed over
 * @param recordsDeadLettered unreadable, given to the dead-letter topic
 * @param spansReceived in records taken
 * @param spansKept written to the output topic
 * @param spansDropped not written, as decided
 * @param spansUndecided waiting for their trace's decision
 * @param spansReleased undecided when their partition moved away or a transaction failed; received again by their next
 *     reader
 * @param spansRevived brought back from the log: counted as dropped before, and as kept now
 */
public record Account(
        long recordsRead,
        long recordsTaken,
        long recordsReplayed,
        long recordsDeadLettered,
        long spansReceived,
        long spansKept,
        long spansDropped,
        long spansUndecided,
        long spansReleased,
        long spansRevived) {

    /** Nothing read yet. */
    public static final Account EMPTY = new Account(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Account {
        if (recordsRead != recordsTaken + recordsReplayed + recordsDeadLettered) {
            throw new IllegalArgumentException("records read %d are not taken %d + replayed %d + dead-lettered %d"
                    .formatted(recordsRead, recordsTaken, recordsReplayed, recordsDeadLettered));
        }
        if (spansReceived + spansRevived != spansKept + spansDropped + spansUndecided + spansReleased) {
            throw new IllegalArgumentException(
                    "spans received %d + revived %d are not kept %d + dropped %d + undecided %d + released %d"
                            .formatted(
                                    spansReceived,
                                    spansRevived,
                                    spansKept,
                                    spansDropped,
                                    spansUndecided,
                                    spansReleased));
        }
    }

    /** This much more of everything. */
    public Account plus(Account more) {
        return new Account(
                recordsRead + more.recordsRead,
                recordsTaken + more.recordsTaken,
                recordsReplayed + more.recordsReplayed,
                recordsDeadLettered + more.recordsDeadLettered,
                spansReceived + more.spansReceived,
                spansKept + more.spansKept,
                spansDropped + more.spansDropped,
                spansUndecided + more.spansUndecided,
                spansReleased + more.spansReleased,
                spansRevived + more.spansRevived);
    }

    /** This many undecided spans have been given back to the log. */
    public Account released(long spans) {
        return plus(new Account(0, 0, 0, 0, 0, 0, 0, -spans, spans, 0));
    }
}
