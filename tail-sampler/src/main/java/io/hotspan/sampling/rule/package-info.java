/** Rules made while the sampler runs, which decide before any policy is asked. */
@NullMarked
package io.hotspan.sampling.rule;

import org.jspecify.annotations.NullMarked;
