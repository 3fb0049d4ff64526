/** Filling a past time range with traffic, as jobs with progress and cancel. */
@NullMarked
package io.hotspan.generator.backfill;

import org.jspecify.annotations.NullMarked;
