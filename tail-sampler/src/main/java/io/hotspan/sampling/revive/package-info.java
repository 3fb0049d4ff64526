/** Bringing dropped traces back: reading their records from the log again, outside the group. */
@NullMarked
package io.hotspan.sampling.revive;

import org.jspecify.annotations.NullMarked;
