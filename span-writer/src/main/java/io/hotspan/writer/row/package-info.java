/** OTLP spans as rows, the way the OpenTelemetry Collector's ClickHouse exporter writes them. */
@NullMarked
package io.hotspan.writer.row;

import org.jspecify.annotations.NullMarked;
