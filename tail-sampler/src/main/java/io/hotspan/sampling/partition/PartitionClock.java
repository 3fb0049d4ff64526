package io.hotspan.sampling.partition;

/**
 * The time traces of one partition are judged by, in milliseconds since 1970 UTC: record time, so that a replay decides
 * like the original; the wall clock's pace only while the partition is read to its end. Never runs backwards, and a
 * record from the future does not push it past the wall clock.
 */
final class PartitionClock {

    private long millis;
    private long atLastRecord;
    private long wallAtLastRecord;

    /** A record was read. */
    void record(long timestampMillis, long wallMillis) {
        advance(Math.min(timestampMillis, wallMillis));
        atLastRecord = millis;
        wallAtLastRecord = wallMillis;
    }

    /** There is nothing more to read for now. */
    void idle(long wallMillis) {
        // Before the first record there is nothing to time.
        if (wallAtLastRecord > 0) {
            advance(atLastRecord + (wallMillis - wallAtLastRecord));
        }
    }

    long millis() {
        return millis;
    }

    private void advance(long to) {
        millis = Math.max(millis, to);
    }
}
