/** OTLP trace messages read in place from their protobuf bytes. */
@NullMarked
package io.hotspan.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
