package io.hotspan.telemetry.decision;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the decision log.
 *
 * @param evidence in a trace's first entry; null in later ones
 * @param instance which sampler made the entry; empty if it did not say
 */
public record DecisionEntry(Decision decision, @Nullable Evidence evidence, String instance) {}
