package io.hotspan.benchmarks.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** 328,848 spans of a real system; {@code HOTSPAN_REAL_DATA} names the folder that has them. */
@EnabledIfEnvironmentVariable(named = "HOTSPAN_REAL_DATA", matches = ".+")
class RealDataIT {

    @Test
    void everyDistinctSpan_isStored() throws Exception {
        Recording recording = Recording.in(Path.of(System.getenv("HOTSPAN_REAL_DATA"), "traces", "2023-01-29"));

        assertThat(RealDataRun.loadIntoOwnPipeline(recording, System.out)).isTrue();
    }
}
