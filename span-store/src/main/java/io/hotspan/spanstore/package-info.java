/** Spans in ClickHouse: the store, its settings and its migrations. */
@NullMarked
package io.hotspan.spanstore;

import org.jspecify.annotations.NullMarked;
