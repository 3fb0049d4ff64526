/** Protobuf wire format, only as far as decisions and span patches need it. */
@NullMarked
package io.hotspan.sampling.wire;

import org.jspecify.annotations.NullMarked;
