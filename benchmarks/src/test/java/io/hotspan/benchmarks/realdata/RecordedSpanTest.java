package io.hotspan.benchmarks.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RecordedSpanTest {

    private static final String LINE =
            "b0103bb0161ad7fa352fe1828eeb643a,520b067330e3ede5,root,ts-gateway-service-6f6cfc45b-h5m2n,/*,"
                    + "1674981768697000000,1674981769015316530,318316";

    @Test
    void root_hasNoParentAndItsPodsService() {
        RecordedSpan span = RecordedSpan.parse(LINE);

        assertThat(span.parentId()).isEmpty();
        assertThat(span.service()).isEqualTo("ts-gateway-service");
        assertThat(span.toSpan().getTraceId().size()).isEqualTo(16);
        assertThat(span.toSpan().getParentSpanId()).isEmpty();
        assertThat(span.toSpan().getEndTimeUnixNano() - span.toSpan().getStartTimeUnixNano())
                .isEqualTo(318_316_530);
    }

    @Test
    void otherLines_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordedSpan.parse("a,b"));
    }
}
