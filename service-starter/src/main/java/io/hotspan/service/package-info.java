/** What every service shares: how it starts, how it answers errors, how it describes itself. */
@NullMarked
package io.hotspan.service;

import org.jspecify.annotations.NullMarked;
