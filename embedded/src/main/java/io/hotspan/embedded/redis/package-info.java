/** A real Redis in a child process, listening on loopback. */
@NullMarked
package io.hotspan.embedded.redis;

import org.jspecify.annotations.NullMarked;
