package io.hotspan.sampling.policy;

/**
 * Keeps every trace with at least one span that meets a condition or, inverted, every trace without one.
 *
 * @param reason the type it is configured as
 */
public record SpanPolicy(String name, String reason, SpanCondition condition, boolean inverted) implements Policy {}
