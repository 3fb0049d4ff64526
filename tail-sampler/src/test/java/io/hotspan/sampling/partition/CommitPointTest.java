package io.hotspan.sampling.partition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitPointTest {

    @Property
    void point_survivesTheMetadata(
            @ForAll @LongRange(min = 0, max = 1L << 59) long settled,
            @ForAll @LongRange(min = 0, max = 1L << 59) long decisions) {
        CommitPoint point = new CommitPoint(5, settled, decisions, 1_800_000_000_000L);

        assertThat(CommitPoint.parse(5, point.metadata())).isEqualTo(point);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2;settled=1;decisions=2", "1;settled=-1;decisions=2", "1;settled=;decisions="})
    void foreignMetadata_isNoPoint(String metadata) {
        assertThat(CommitPoint.parse(5, metadata)).isNull();
    }

    @Test
    void metadataWithoutATime_isOurs() {
        assertThat(CommitPoint.parse(5, "1;settled=7;decisions=8")).isEqualTo(new CommitPoint(5, 7, 8, 0));
    }
}
