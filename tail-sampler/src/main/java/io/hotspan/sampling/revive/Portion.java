package io.hotspan.sampling.revive;

import io.hotspan.sampling.partition.RestoredRecords;
import java.util.List;

/**
 * Part of what a pass found, to leave in one transaction.
 *
 * @param last whether the pass has ended, by its end or by a failure
 */
record Portion(RevivalPass pass, List<RestoredRecords> traces, boolean last) {}
