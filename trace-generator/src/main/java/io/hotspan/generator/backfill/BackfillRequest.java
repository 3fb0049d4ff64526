package io.hotspan.generator.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param from start of the first trace, inclusive
 * @param to end of the range, exclusive
 * @param tracesPerSecond average pace over the range; unset, that of live traffic
 * @param firstIndex number of the first trace within the seed; unset, one that no other job has. Set it to make the
 *     same traces again.
 */
record BackfillRequest(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Double tracesPerSecond,
        @Nullable Long firstIndex) {}
