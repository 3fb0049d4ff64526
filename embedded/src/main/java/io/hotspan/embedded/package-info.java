/**
 * What every embedded server needs: a data directory it can use, a port it can listen on, errors that say what to do.
 */
@NullMarked
package io.hotspan.embedded;

import org.jspecify.annotations.NullMarked;
