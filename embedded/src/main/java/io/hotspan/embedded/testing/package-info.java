/** The servers that tests run against: embedded ones, or containers where that is asked for. */
@NullMarked
package io.hotspan.embedded.testing;

import org.jspecify.annotations.NullMarked;
