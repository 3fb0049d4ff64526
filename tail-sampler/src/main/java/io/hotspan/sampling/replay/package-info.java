/** What-if: other policies on what the log still holds, without touching what is live. */
@NullMarked
package io.hotspan.sampling.replay;

import org.jspecify.annotations.NullMarked;
