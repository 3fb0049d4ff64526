/** Questions to the span store: bounded, with progress, ended when the caller leaves. */
@NullMarked
package io.hotspan.query;

import org.jspecify.annotations.NullMarked;
