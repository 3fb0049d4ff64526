/** What a comparison answers. */
@NullMarked
package io.hotspan.comparison.answer;

import org.jspecify.annotations.NullMarked;
