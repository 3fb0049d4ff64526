package io.hotspan.telemetry.decision;

/** Why a trace was decided when it was. */
public enum Trigger {
    /** No span came for the configured time. */
    INACTIVITY(1),
    /** It had been open for the maximum age. */
    MAX_AGE(2),
    /** The buffer was full. */
    BUFFER_FULL(3);

    private final int number;

    Trigger(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The trigger of a number; one of a newer version is not worth failing over. */
    public static Trigger of(long number) {
        for (Trigger trigger : values()) {
            if (trigger.number == number) {
                return trigger;
            }
        }
        return INACTIVITY;
    }
}
