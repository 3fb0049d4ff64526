package io.hotspan.sampling.rule;

import java.time.Instant;

/**
 * Who shares the rules, and whether they can be reached.
 *
 * @param store where they are kept, in words
 * @param shared whether all instances have the same ones
 * @param asOf when they were read last
 * @param problem why they cannot be reached, or some cannot be read; empty if all is well
 * @param reachable whether they can be changed now
 */
public record RulesStatus(String store, boolean shared, Instant asOf, String problem, boolean reachable) {}
