package io.hotspan.telemetry.decision;

/** What would have become of a trace if the sampler had not been told to keep everything. */
public enum DryRun {
    /** It was not told so: the ruling holds. */
    OFF(0),
    /** It would have been kept all the same. */
    KEPT(1),
    /** It would have been dropped. */
    DROPPED(2);

    private final int number;

    DryRun(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** What is meant by a number; one of a newer version is not worth failing over. */
    static DryRun of(long number) {
        for (DryRun dryRun : values()) {
            if (dryRun.number == number) {
                return dryRun;
            }
        }
        return OFF;
    }
}
