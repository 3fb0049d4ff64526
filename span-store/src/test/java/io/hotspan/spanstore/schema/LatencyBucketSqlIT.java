package io.hotspan.spanstore.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.TestStore;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.latency.LatencyBuckets;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyBucketSqlIT {

    @Test
    void everyEdgeAndItsNeighbours_fallWhereJavaPutsThem() {
        List<Long> durations = new ArrayList<>();
        for (int bucket = LatencyBuckets.MIN_INDEX; bucket <= LatencyBuckets.MAX_INDEX; bucket++) {
            long edge = LatencyBuckets.upperNanos(bucket);
            LongStream.rangeClosed(edge - 1, edge == Long.MAX_VALUE ? edge : edge + 1)
                    .forEach(durations::add);
        }
        // Doubles round these up to the next power of two, and with them the logarithm.
        for (int bits = 50; bits < 63; bits++) {
            durations.add((1L << bits) - 1);
        }
        assertThat(durations).hasSizeGreaterThan(750);
        assertThat(buckets(durations))
                .isEqualTo(durations.stream().map(LatencyBuckets::index).toList());
    }

    @Test
    void durationPastALong_isInTheLastBucket() {
        try (SpanStore store = SpanStore.open(TestStore.settings())) {
            assertThat(store.query(SqlFragment.of(
                                    "SELECT " + LatencyBucketSql.of("d") + " FROM (SELECT ? AS d)",
                                    new BigInteger("18446744073709551615")))
                            .list(row -> row.getInt(1)))
                    .containsExactly(LatencyBuckets.MAX_INDEX);
        }
    }

    /** Once as the column's own type, once as the signed one of old Collectors. */
    private static List<Integer> buckets(List<Long> durations) {
        try (SpanStore store = SpanStore.open(TestStore.settings())) {
            String signed = LatencyBucketSql.of("d");
            String unsigned = LatencyBucketSql.of("toUInt64(d)");
            SqlFragment sql = SqlFragment.of(
                    "SELECT if(%s = if(d < 0, -1, %s), %s, -99) FROM (SELECT arrayJoin(?) AS d)"
                            .formatted(signed, unsigned, signed),
                    durations);
            return store.query(sql).list(row -> row.getInt(1));
        }
    }
}
