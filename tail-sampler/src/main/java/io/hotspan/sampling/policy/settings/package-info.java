/** Policies as operators write them: checked, read from a file, and read again when it changes. */
@NullMarked
package io.hotspan.sampling.policy.settings;

import org.jspecify.annotations.NullMarked;
