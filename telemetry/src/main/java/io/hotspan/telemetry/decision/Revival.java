package io.hotspan.telemetry.decision;

/** Whether the spans of a dropped trace were brought back from the log. */
public enum Revival {
    /** Nobody asked for it. */
    NONE(0),
    /** Asked for: from now on the trace counts as kept, its spans follow. */
    ASKED(1),
    /** What the log still had is out. */
    DONE(2);

    private final int number;

    Revival(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The revival of a number; one of a newer version is not worth failing over. */
    static Revival of(long number) {
        for (Revival revival : values()) {
            if (revival.number == number) {
                return revival;
            }
        }
        return NONE;
    }
}
