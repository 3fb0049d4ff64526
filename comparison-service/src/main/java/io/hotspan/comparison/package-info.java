/** What sets a selection of spans apart from others. */
@NullMarked
package io.hotspan.comparison;

import org.jspecify.annotations.NullMarked;
