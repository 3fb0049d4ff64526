/** Reads partitions and commits offsets so that a crash neither loses nor repeats a batch. */
@NullMarked
package io.hotspan.writer.consumer;

import org.jspecify.annotations.NullMarked;
