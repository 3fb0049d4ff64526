/** OTLP straight from the pack, as fast as the receiver takes it. */
@NullMarked
package io.hotspan.generator.bulk;

import org.jspecify.annotations.NullMarked;
