/** Steady live traffic through the OpenTelemetry SDK. */
@NullMarked
package io.hotspan.generator.live;

import org.jspecify.annotations.NullMarked;
