/** Deciding the traces of one input partition, exactly once. Knows nothing of Kafka's clients. */
@NullMarked
package io.hotspan.sampling.partition;

import org.jspecify.annotations.NullMarked;
