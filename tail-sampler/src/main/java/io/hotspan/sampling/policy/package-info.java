/** What keeps a trace. */
@NullMarked
package io.hotspan.sampling.policy;

import org.jspecify.annotations.NullMarked;
