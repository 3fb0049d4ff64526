/** A decision in words. */
@NullMarked
package io.hotspan.sampling.explain.answer;

import org.jspecify.annotations.NullMarked;
