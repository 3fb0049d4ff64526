/** The policies in force over REST. */
@NullMarked
package io.hotspan.sampling.policy.admin;

import org.jspecify.annotations.NullMarked;
