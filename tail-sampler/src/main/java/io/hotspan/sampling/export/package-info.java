/** Kept spans to any OTLP endpoint, read from the output topic by a consumer group of its own. */
@NullMarked
package io.hotspan.sampling.export;

import org.jspecify.annotations.NullMarked;
