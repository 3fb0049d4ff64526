/** What a traffic pack is, its scenarios, and the settings that switch them while it runs. */
@NullMarked
package io.hotspan.generator.pack;

import org.jspecify.annotations.NullMarked;
