/** Reading input records. */
@NullMarked
package io.hotspan.sampling.ingest;

import org.jspecify.annotations.NullMarked;
