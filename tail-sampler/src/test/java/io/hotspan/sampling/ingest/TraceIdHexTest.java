package io.hotspan.sampling.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TraceIdHexTest {

    @Property
    void key_hasTheDigitsOfTheId(@ForAll long high, @ForAll long low) {
        byte[] key = TraceIdHex.encode(high, low);

        HexFormat hex = HexFormat.of();
        assertThat(new String(key, US_ASCII)).isEqualTo(hex.toHexDigits(high) + hex.toHexDigits(low));
        assertThat(TraceIdHex.matches(key, high, low)).isTrue();
    }

    @Property
    void key_withOneByteDifferent_isAnothers(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 31) int at, @ForAll byte other) {
        byte[] key = TraceIdHex.encode(high, low);
        boolean same = key[at] == other;
        key[at] = other;

        assertThat(TraceIdHex.matches(key, high, low)).isEqualTo(same);
    }

    @Test
    void key_isMissingOrOfAnotherLength_namesNoTrace() {
        assertThat(TraceIdHex.matches(null, 1, 2)).isFalse();
        assertThat(TraceIdHex.matches(new byte[0], 1, 2)).isFalse();
        assertThat(TraceIdHex.matches("0123456789abcdef".getBytes(US_ASCII), 1, 2))
                .isFalse();
        // Capital letters are not what the Collector's exporter writes.
        assertThat(TraceIdHex.matches("000000000000000A0000000000000002".getBytes(US_ASCII), 10, 2))
                .isFalse();
    }
}
