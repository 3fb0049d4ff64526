package io.hotspan.telemetry.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {
    @Test
    void edges_areTheWholeNumbersBelowPowersOfTheFourthRootOfTwo() {
        // 2^(40/4) = 1024, 2^(41/4) = 1217.7, 2^(42/4) = 1448.2, 2^(43/4) = 1722.2
        assertThat(LatencyBuckets.upperNanos(39)).isEqualTo(1024);
        assertThat(LatencyBuckets.upperNanos(40)).isEqualTo(1217);
        assertThat(LatencyBuckets.upperNanos(41)).isEqualTo(1448);
        assertThat(LatencyBuckets.upperNanos(42)).isEqualTo(1722);
        assertThat(LatencyBuckets.lowerNanos(40)).isEqualTo(1024);
    }

    @Test
    void index_includesTheUpperEdgeAndExcludesTheLower() {
        assertThat(LatencyBuckets.index(1024)).isEqualTo(39);
        assertThat(LatencyBuckets.index(1025)).isEqualTo(40);
        assertThat(LatencyBuckets.index(1217)).isEqualTo(40);
        assertThat(LatencyBuckets.index(1218)).isEqualTo(41);
    }

    @Test
    void index_ofNothingAndLess_isTheFirstBucket() {
        assertThat(LatencyBuckets.index(1)).isEqualTo(LatencyBuckets.MIN_INDEX);
        assertThat(LatencyBuckets.index(0)).isEqualTo(LatencyBuckets.MIN_INDEX);
        assertThat(LatencyBuckets.index(-5)).isEqualTo(LatencyBuckets.MIN_INDEX);
        assertThat(LatencyBuckets.lowerNanos(LatencyBuckets.MIN_INDEX)).isEqualTo(-1);
    }

    @Test
    void index_ofTheLongestDuration_isTheLastBucket() {
        assertThat(LatencyBuckets.index(Long.MAX_VALUE)).isEqualTo(LatencyBuckets.MAX_INDEX);
        assertThat(LatencyBuckets.upperNanos(LatencyBuckets.MAX_INDEX)).isEqualTo(Long.MAX_VALUE);
    }

    /** d^4 against powers of two decides the same question without a root. */
    @Property
    void index_agreesWithTheDefinition(@ForAll @LongRange(min = 2) long durationNanos) {
        int index = LatencyBuckets.index(durationNanos);

        BigInteger fourth = BigInteger.valueOf(durationNanos).pow(4);
        assertThat(fourth).isGreaterThan(BigInteger.TWO.pow(index));
        assertThat(fourth).isLessThanOrEqualTo(BigInteger.TWO.pow(index + 1));
    }

    @Property
    void index_liesBetweenItsEdges(@ForAll @LongRange(min = 0) long durationNanos) {
        int index = LatencyBuckets.index(durationNanos);

        assertThat(BigDecimal.valueOf(durationNanos))
                .isBetween(
                        BigDecimal.valueOf(LatencyBuckets.lowerNanos(index) + 1),
                        BigDecimal.valueOf(LatencyBuckets.upperNanos(index)));
    }
}
