/** What happens to a batch whichever way it came: checked, divided by trace, appended to the log. */
@NullMarked
package io.hotspan.receiver.ingest;

import org.jspecify.annotations.NullMarked;
