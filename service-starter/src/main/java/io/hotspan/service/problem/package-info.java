/** Errors as {@code application/problem+json} (RFC 9457), made in one place. */
@NullMarked
package io.hotspan.service.problem;

import org.jspecify.annotations.NullMarked;
