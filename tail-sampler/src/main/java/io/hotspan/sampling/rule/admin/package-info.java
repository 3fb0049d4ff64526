/** Force rules over REST. */
@NullMarked
package io.hotspan.sampling.rule.admin;

import org.jspecify.annotations.NullMarked;
