package io.hotspan.telemetry.decision;

/**
 * How far a dropped trace has been brought back from the log. All its records below {@code from} and from {@code below}
 * on are out.
 *
 * @param from input offset from which records are still to be brought back
 * @param below and below which
 * @param spans number of spans there are to bring back
 * @param restored number of spans brought back so far
 */
public record Revival(State state, long from, long below, int spans, int restored) {

    /** Of a trace nobody has asked for. */
    public static final Revival NONE = new Revival(State.NONE, 0, 0, 0, 0);

    /** Where a revival stands. */
    public enum State {
        /** Nobody asked for it. */
        NONE(0),
        /** Asked for: from now on the trace counts as kept, its spans follow. */
        ASKED(1),
        /** All of it is out. */
        DONE(2),
        /** What the log still had is out, which was not all. */
        PARTIAL(3);

        private final int number;

        State(int number) {
            this.number = number;
        }

        /** The number on the wire. */
        public int number() {
            return number;
        }

        /** The state of a number; one of a newer version is not worth failing over. */
        static State of(long number) {
            for (State state : values()) {
                if (state.number == number) {
                    return state;
                }
            }
            return NONE;
        }
    }

    /** A trace of so many spans, which lie in this range of the input, is to be brought back. */
    public static Revival asked(long from, long below, int spans) {
        return new Revival(State.ASKED, from, below, spans, 0);
    }

    /** Whether there are records still to be brought back. */
    public boolean isOpen() {
        return state == State.ASKED;
    }

    /** So many more spans are out: all that the log had below the offset. */
    Revival restored(int count, long upTo) {
        int sum = restored + count;
        if (upTo < below) {
            return new Revival(State.ASKED, upTo, below, spans, sum);
        }
        return new Revival(sum < spans ? State.PARTIAL : State.DONE, below, below, spans, sum);
    }
}
