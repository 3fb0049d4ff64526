/** Where decisions are looked up: ClickHouse and the decision log. */
@NullMarked
package io.hotspan.sampling.explain.source;

import org.jspecify.annotations.NullMarked;
