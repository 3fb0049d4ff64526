package io.hotspan.generator.backfill;

import io.hotspan.generator.bulk.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Spreads traces over a time range as people would: more by day than by night, with ripples of minutes. The average
 * over the range is what was asked for, and the shape depends on the time of day alone, so neighbouring back-fills join
 * up.
 */
final class TrafficCurve implements Timeline {

    private static final int SEGMENTS = 4_096;
    private static final double DAY_WAVE = 0.3;
    private static final double MINUTES_RIPPLE = 0.08;
    private static final double TAU = 2 * Math.PI;

    private final long fromEpochNanos;
    private final double segmentNanos;
    // cumulative[i] is the fraction of all traces that start before segment i.
    private final double[] cumulative = new double[SEGMENTS + 1];
    private final long total;

    TrafficCurve(Instant from, Instant to, long total) {
        this.fromEpochNanos = nanos(from);
        this.segmentNanos = (nanos(to) - fromEpochNanos) / (double) SEGMENTS;
        this.total = total;
        for (int i = 0; i < SEGMENTS; i++) {
            cumulative[i + 1] = cumulative[i] + intensity(fromEpochNanos + (long) ((i + 0.5) * segmentNanos));
        }
        double sum = cumulative[SEGMENTS];
        for (int i = 1; i <= SEGMENTS; i++) {
            cumulative[i] /= sum;
        }
    }

    @Override
    public long startEpochNanos(long position) {
        double fraction = position / (double) total;
        int segment = segmentOf(fraction);
        double within = (fraction - cumulative[segment]) / (cumulative[segment + 1] - cumulative[segment]);
        return fromEpochNanos + (long) ((segment + within) * segmentNanos);
    }

    private int segmentOf(double fraction) {
        int low = 0;
        int high = SEGMENTS - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (cumulative[middle] <= fraction) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Relative traffic at a moment; 1 on average over a day, highest at 15:00 UTC. */
    private static double intensity(long epochNanos) {
        double days = epochNanos / (double) Duration.ofDays(1).toNanos();
        return 1
                + DAY_WAVE * StrictMath.sin(TAU * (days - 9 / 24.0))
                + MINUTES_RIPPLE * StrictMath.sin(TAU * days * 24 * 60 / 17)
                + MINUTES_RIPPLE / 2 * StrictMath.sin(TAU * days * 24 * 60 / 5);
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
