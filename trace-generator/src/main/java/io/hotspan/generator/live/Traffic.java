package io.hotspan.generator.live;

/**
 * How live traffic runs.
 *
 * @param pack name of the traffic pack
 * @param tracesPerSecond its steady pace
 * @param running whether any is sent
 */
public record Traffic(String pack, double tracesPerSecond, boolean running) {}
