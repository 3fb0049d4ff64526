package io.hotspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TraceIdTest {
    @Test
    void parse_readsBothHalvesBigEndian() {
        TraceId id = TraceId.parse("0AF7651916cd43dd8448eb211c80319c");

        assertThat(id).isEqualTo(new TraceId(0x0af7651916cd43ddL, 0x8448eb211c80319cL));
        assertThat(id).hasToString("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void parse_ofAnythingElse_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TraceId.parse("0af7"));
        assertThatIllegalArgumentException().isThrownBy(() -> TraceId.parse("0".repeat(32)));
        assertThatIllegalArgumentException().isThrownBy(() -> TraceId.parse("g".repeat(32)));
        assertThatIllegalArgumentException().isThrownBy(() -> TraceId.parse("ab".repeat(17)));
    }

    @Property
    void toString_roundTrips(@ForAll long high, @ForAll long low) {
        Assume.that((high | low) != 0);
        TraceId id = new TraceId(high, low);

        assertThat(TraceId.parse(id.toString())).isEqualTo(id);
    }
}
