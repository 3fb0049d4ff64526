package io.hotspan.telemetry.decision;

/**
 * The force rule that decided, as it was at that moment.
 *
 * @param version counts its changes, from 1
 */
public record RuleVersion(String id, long version) {}
