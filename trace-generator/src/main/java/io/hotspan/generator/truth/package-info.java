/** Which generated trace carries which planted cause, for evaluations to read. */
@NullMarked
package io.hotspan.generator.truth;

import org.jspecify.annotations.NullMarked;
