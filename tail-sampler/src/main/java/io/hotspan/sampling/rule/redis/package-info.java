/** Force rules shared by all instances through Redis. */
@NullMarked
package io.hotspan.sampling.rule.redis;

import org.jspecify.annotations.NullMarked;
