/** What leaves in one transaction: kept spans, decisions, counts, unreadable input. */
@NullMarked
package io.hotspan.sampling.output;

import org.jspecify.annotations.NullMarked;
