/** One batch of records: inserted whole, its unreadable records set aside. */
@NullMarked
package io.hotspan.writer.batch;

import org.jspecify.annotations.NullMarked;
