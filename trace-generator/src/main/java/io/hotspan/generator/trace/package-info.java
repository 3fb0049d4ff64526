/** One generated trace, free of wall-clock time: what a pack makes and an exporter sends. */
@NullMarked
package io.hotspan.generator.trace;

import org.jspecify.annotations.NullMarked;
