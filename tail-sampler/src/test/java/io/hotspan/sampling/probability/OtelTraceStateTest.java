package io.hotspan.sampling.probability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtelTraceStateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | -1                | -1",
                "ot=th:8                               | 36028797018963968 | -1",
                "ot=th:0                               | 0                 | -1",
                "congo=t61rcWkgMzE,ot=rv:0000000000000a| -1                | 10",
                "a=b , ot=th:c;rv:ffffffffffffff \t,c=d| 54043195528445952 | 72057594037927935",
                "ot=xy:1;th:C                          | 54043195528445952 | -1",
                "not=th:8                              | -1                | -1",
                "vendor@ot=th:8                        | -1                | -1",
                "ot=th:                                | -1                | -1",
                "ot=th:zz;rv:12                        | -1                | -1",
                "ot=th:123456789abcdef                 | -1                | -1",
                "ot                                    | -1                | -1"
            })
    void entry_isFoundAndReadOnlyIfValid(String state, long threshold, long randomness) {
        OtelTraceState read = new OtelTraceState();
        byte[] padded = ("xx" + state + "yy").getBytes(ISO_8859_1);
        read.read(padded, 2, state.length());

        assertThat(read.threshold()).isEqualTo(threshold);
        assertThat(read.randomness()).isEqualTo(randomness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                  | ot=th:8",
                "ot=th:4             | ot=th:8",
                "a=b,c=d             | ot=th:8,a=b,c=d",
                "a=b,ot=xy:1;th:4    | ot=th:8;xy:1,a=b",
                "ot=rv:0000000000000a| ot=th:8",
                "a=b,,               | ot=th:8,a=b"
            })
    void newThreshold_leavesOtherEntriesAlone(String state, String expected) {
        assertThat(with(state, 1L << 55, Threshold.ABSENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | ''", "ot=th:8 | ''", "ot=th:8,a=b | a=b", "ot=xy:1;th:8,a=b | ot=xy:1,a=b"})
    void absentThreshold_isErased(String state, String expected) {
        assertThat(with(state, Threshold.ABSENT, Threshold.ABSENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, ot=th:8;rv:0000000000000a", "72057594037927935, ot=th:8;rv:ffffffffffffff"})
    void explicitRandomness_hasFourteenDigits(long randomness, String expected) {
        assertThat(with("ot=rv:123", 1L << 55, randomness)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"251, true", "252, false"})
    void subKeysOfOthers_giveWayPast256Characters(int length, boolean fits) {
        String other = "xy:" + "z".repeat(length - 3);

        assertThat(with("ot=" + other, 1L << 55, Threshold.ABSENT).contains(other))
                .isEqualTo(fits);
    }

    private static String with(String state, long threshold, long randomness) {
        byte[] bytes = state.getBytes(ISO_8859_1);
        return new String(OtelTraceState.with(bytes, 0, bytes.length, threshold, randomness), ISO_8859_1);
    }
}
