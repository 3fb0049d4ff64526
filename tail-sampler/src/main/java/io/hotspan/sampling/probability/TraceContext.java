package io.hotspan.sampling.probability;

/**
 * What samplers before this one left in a trace's spans, and what all of them compare with their thresholds.
 *
 * @param randomness the 56 bits compared
 * @param explicitRandomness the {@code rv} they came from, or {@link Threshold#ABSENT}
 * @param hasTraceState whether any span has a {@code tracestate}; hardly a trace has
 */
public record TraceContext(long randomness, long explicitRandomness, boolean hasTraceState) {

    /** The context of the trace whose id ends like this. */
    public static TraceContext of(long traceIdLow, long explicitRandomness, boolean hasTraceState) {
        return new TraceContext(Randomness.of(explicitRandomness, traceIdLow), explicitRandomness, hasTraceState);
    }
}
