/** Checks a filter while it is being typed. */
@NullMarked
package io.hotspan.heatmap.filter;

import org.jspecify.annotations.NullMarked;
