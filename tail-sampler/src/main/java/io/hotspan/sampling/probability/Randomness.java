package io.hotspan.sampling.probability;

/** The 56 bits every sampler along a trace's way compares with its threshold. */
public final class Randomness {

    private static final long MASK = Threshold.NEVER - 1;

    private Randomness() {}

    /** Explicit randomness ({@code rv}) where there is any, otherwise the last seven bytes of the trace id. */
    public static long of(long explicit, long traceIdLow) {
        return explicit == Threshold.ABSENT ? traceIdLow & MASK : explicit;
    }
}
