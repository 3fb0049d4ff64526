package io.hotspan.sampling.revive;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.revive.OffsetRanges.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffsetRangesTest {

    @Test
    void rangesThatTouch_becomeOneAndGapsStay() {
        assertThat(OffsetRanges.merge(List.of(new Range(50, 60), new Range(0, 10), new Range(5, 8), new Range(10, 20))))
                .containsExactly(new Range(0, 20), new Range(50, 60));
        assertThat(OffsetRanges.merge(List.of())).isEmpty();
    }
}
