/** Why a trace was kept or dropped, and how much of everything was. */
@NullMarked
package io.hotspan.sampling.explain;

import org.jspecify.annotations.NullMarked;
