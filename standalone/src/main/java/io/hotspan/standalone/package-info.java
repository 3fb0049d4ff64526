/** Hotspan on one machine: the servers, every service and the page in one process. */
@NullMarked
package io.hotspan.standalone;

import org.jspecify.annotations.NullMarked;
