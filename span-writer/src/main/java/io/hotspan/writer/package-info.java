/** Writes kept spans from Kafka into ClickHouse, each row once. */
@NullMarked
package io.hotspan.writer;

import org.jspecify.annotations.NullMarked;
