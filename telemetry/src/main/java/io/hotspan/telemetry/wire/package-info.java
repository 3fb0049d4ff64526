/** Protobuf wire format, only as far as decisions, rollups and span patches need it. */
@NullMarked
package io.hotspan.telemetry.wire;

import org.jspecify.annotations.NullMarked;
