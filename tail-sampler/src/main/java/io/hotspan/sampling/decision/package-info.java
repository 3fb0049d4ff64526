/** What became of a trace, remembered for late spans and replays. */
@NullMarked
package io.hotspan.sampling.decision;

import org.jspecify.annotations.NullMarked;
