package io.hotspan.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.otlp.TracePart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @Test
    void read_givesEveryEntryInOrderAsOftenAsAsked(@TempDir Path directory) throws IOException {
        try (Spool spool = new Spool(directory.resolve("spool"))) {
            spool.add(new byte[] {1, 2});
            spool.add(new byte[0]);
            for (int time = 0; time < 2; time++) {
                try (Spool.Reader reader = spool.read()) {
                    assertThat(reader.next()).containsExactly(1, 2);
                    assertThat(reader.next()).isEmpty();
                    assertThat(reader.next()).isNull();
                }
            }
            assertThat(spool.entries()).isEqualTo(2);
        }
    }

    @Test
    void record_encodedAndDecoded_isTheSame() {
        TraceId trace = new TraceId(1, 2);
        TraceRecord record = TraceRecord.decode(
                TraceRecord.of(42, new TracePart(trace, 1, new byte[] {3})).encode());
        assertThat(record.timeMillis()).isEqualTo(42);
        assertThat(record.key()).asString().isEqualTo(trace.toString());
        assertThat(record.value()).containsExactly(3);
    }
}
