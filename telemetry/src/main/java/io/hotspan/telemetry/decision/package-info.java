/** What became of a trace and why, and the records it travels in. */
@NullMarked
package io.hotspan.telemetry.decision;

import org.jspecify.annotations.NullMarked;
