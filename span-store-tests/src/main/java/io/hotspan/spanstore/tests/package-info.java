/** What every span store must pass: extend a contract, say how to store spans, and its tests run against yours. */
@NullMarked
package io.hotspan.spanstore.tests;

import org.jspecify.annotations.NullMarked;
