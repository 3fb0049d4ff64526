/** Spans of a real system, loaded through the receiver and counted to the last one. */
@NullMarked
package io.hotspan.benchmarks.realdata;

import org.jspecify.annotations.NullMarked;
