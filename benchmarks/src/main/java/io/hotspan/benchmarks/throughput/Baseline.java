package io.hotspan.benchmarks.throughput;

import java.util.concurrent.Callable;

/**
 * The plainest way to do what a stage does.
 *
 * @param name the way
 * @param run moves the whole data set once
 */
record Baseline(String name, Callable<Cost> run) {}
