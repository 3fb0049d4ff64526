/** Force rules at work: whether a trace matches, what that means, and how often it was so. */
@NullMarked
package io.hotspan.sampling.rule.judge;

import org.jspecify.annotations.NullMarked;
