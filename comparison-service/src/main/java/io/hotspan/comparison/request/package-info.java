/** What a comparison is asked. */
@NullMarked
package io.hotspan.comparison.request;

import org.jspecify.annotations.NullMarked;
