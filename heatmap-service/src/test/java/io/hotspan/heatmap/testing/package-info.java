/** What this service's tests share: spans to store, and the service over HTTP. */
@NullMarked
package io.hotspan.heatmap.testing;

import org.jspecify.annotations.NullMarked;
