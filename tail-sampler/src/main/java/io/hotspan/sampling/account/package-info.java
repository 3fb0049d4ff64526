/** What happened to every record and span, in numbers that add up. */
@NullMarked
package io.hotspan.sampling.account;

import org.jspecify.annotations.NullMarked;
