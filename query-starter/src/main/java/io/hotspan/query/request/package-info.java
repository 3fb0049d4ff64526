/** Reads what a caller asks and refuses, by field, what it cannot mean. */
@NullMarked
package io.hotspan.query.request;

import org.jspecify.annotations.NullMarked;
