/** The real ClickHouse engine in a process of its own, serving its HTTP port on loopback. */
@NullMarked
package io.hotspan.embedded.clickhouse;

import org.jspecify.annotations.NullMarked;
