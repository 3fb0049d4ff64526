package io.hotspan.sampling.explain.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.TraceId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPartitionsTest {

    /** Worked out by both algorithms' published definitions, in another language. */
    @ParameterizedTest
    @CsvSource({
        "5b8efff798038103d269b633813fc60c,    3,   1,   2",
        "5b8efff798038103d269b633813fc60c, 1000, 620, 625",
        "4bf92f3577b34da6a3ce929d0e0e4736,   12,   2,   6",
        "4bf92f3577b34da6a3ce929d0e0e4736, 1000, 338, 310",
        "0000000000000001007fffffffffffff, 1000, 992, 101"
    })
    void of_sendersThatHashDifferently_areBoth(String trace, int partitions, int ofKafka, int ofCollector) {
        assertThat(KeyPartitions.of(TraceId.parse(trace), partitions)).containsExactly(ofKafka, ofCollector);
    }

    @ParameterizedTest
    @CsvSource({"4bf92f3577b34da6a3ce929d0e0e4736, 1, 0", "4bf92f3577b34da6a3ce929d0e0e4736, 4, 2"})
    void of_sendersThatAgree_isOne(String trace, int partitions, int both) {
        assertThat(KeyPartitions.of(TraceId.parse(trace), partitions)).containsExactly(both);
    }
}
