/** The span table in ClickHouse. */
@NullMarked
package io.hotspan.writer.clickhouse;

import org.jspecify.annotations.NullMarked;
