/** Keeps other people's web pages from using a service through a visitor's browser. */
@NullMarked
package io.hotspan.service.guard;

import org.jspecify.annotations.NullMarked;
