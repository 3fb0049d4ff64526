package io.hotspan.sampling.stream;

import io.hotspan.sampling.account.Account;

/**
 * How a worker is doing, as of its last turn.
 *
 * @param state what it is doing
 * @param partitions number of input partitions it owns
 * @param account what became of everything it read, as of the last transaction
 * @param bufferedBytes estimated heap of undecided traces
 * @param oldestAgeMillis age of the oldest undecided trace
 * @param lag input records not yet read
 * @param paused whether it waits for memory
 * @param problem why it is retrying; empty if it is not
 * @param turnedAtMillis when the turn ended
 */
record WorkerStatus(
        State state,
        int partitions,
        Account account,
        long bufferedBytes,
        long oldestAgeMillis,
        long lag,
        boolean paused,
        String problem,
        long turnedAtMillis) {

    /** What a worker is doing. */
    enum State {
        STARTING,
        RUNNING,
        RETRYING,
        STOPPED
    }

    static WorkerStatus starting(long nowMillis) {
        return new WorkerStatus(State.STARTING, 0, Account.EMPTY, 0, 0, 0, false, "", nowMillis);
    }

    /** The same in another state, with nothing assigned. */
    WorkerStatus unassigned(State newState, Account newAccount, String why, long nowMillis) {
        return new WorkerStatus(newState, 0, newAccount, 0, 0, 0, false, why, nowMillis);
    }
}
