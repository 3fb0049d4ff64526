/** Replays over REST. */
@NullMarked
package io.hotspan.sampling.replay.admin;

import org.jspecify.annotations.NullMarked;
