package io.hotspan.generator.bulk;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** When the traces of a bulk run start; later positions never start earlier. */
@FunctionalInterface
public interface Timeline {

    /** Start of the trace at {@code position}, counted from 0, in nanoseconds since the epoch. */
    long startEpochNanos(long position);

    /** The same distance between all traces, from {@code from} on. */
    static Timeline steady(Instant from, double tracesPerSecond) {
        long origin = TimeUnit.SECONDS.toNanos(from.getEpochSecond()) + from.getNano();
        return position -> origin + (long) (position / tracesPerSecond * 1e9);
    }
}
