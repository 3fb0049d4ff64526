/**
 * The span filter language: the spanset filter subset of TraceQL, parsed to a tree that stores and the sampler
 * evaluate.
 */
@NullMarked
package io.hotspan.telemetry.filter;

import org.jspecify.annotations.NullMarked;
