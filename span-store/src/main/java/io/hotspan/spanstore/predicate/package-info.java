/** Which spans a question is about: when, which part of a trace, how slow. */
@NullMarked
package io.hotspan.spanstore.predicate;

import org.jspecify.annotations.NullMarked;
