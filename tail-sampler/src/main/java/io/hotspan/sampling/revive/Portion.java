package io.hotspan.sampling.revive;

import io.hotspan.sampling.partition.PartitionSampler;
import java.util.function.Consumer;

/**
 * Part of what a pass found, to leave in one transaction.
 *
 * @param delivery gives it to the sampler that waits for it
 * @param last whether the pass has ended, by its end or by a failure
 */
record Portion(LogPass pass, Consumer<PartitionSampler> delivery, boolean last) {}
