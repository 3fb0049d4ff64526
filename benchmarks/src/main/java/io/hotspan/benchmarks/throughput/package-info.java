/** Receiver, sampler and writer at full speed, each against the plainest way to move the same data. */
@NullMarked
package io.hotspan.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
