package io.hotspan.comparison.count;

import org.jspecify.annotations.Nullable;

/**
 * One value of an attribute on both sides.
 *
 * @param value its text; null for the spans without the attribute
 * @param selected how many spans of the traffic have it, of the selection
 * @param selectedStored how many rows these are
 * @param baseline the same of the baseline
 * @param baselineStored the same of the baseline
 */
public record ValueCounts(
        @Nullable String value, double selected, long selectedStored, double baseline, long baselineStored) {}
