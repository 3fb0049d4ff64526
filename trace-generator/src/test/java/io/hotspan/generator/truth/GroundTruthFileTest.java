package io.hotspan.generator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.storefront.StorefrontPack;
import io.hotspan.generator.trace.GeneratedTrace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GroundTruthFileTest {

    private static final StorefrontPack PACK = new StorefrontPack();
    private static final List<GeneratedTrace> TRACES = LongStream.range(0, 200)
            .mapToObj(index -> PACK.trace(1, index, ScenarioSettings.defaults(PACK.scenarios())))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void record_manyTraces_writesOneLineForEachWithACause() throws Exception {
        Path file = folder.resolve("new/truth.jsonl");
        try (GroundTruthFile truth = GroundTruthFile.append(file)) {
            TRACES.forEach(trace -> truth.record(trace, 1_000));
        }
        assertThat(Files.readAllLines(file).stream()
                        .map(line -> JsonMapper.shared().readValue(line, TraceTruth.class)))
                .isNotEmpty()
                .containsExactlyElementsOf(TRACES.stream()
                        .filter(trace -> !trace.causes().isEmpty())
                        .map(trace -> TraceTruth.of(trace, 1_000))
                        .toList());
    }

    @Test
    void append_twice_keepsWhatWasThere() throws Exception {
        Path file = folder.resolve("truth.jsonl");
        for (int run = 0; run < 2; run++) {
            try (GroundTruthFile truth = GroundTruthFile.append(file)) {
                TRACES.forEach(trace -> truth.record(trace, 1_000));
            }
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.subList(lines.size() / 2, lines.size())).isEqualTo(lines.subList(0, lines.size() / 2));
    }

    @Test
    void append_whereNothingCanBeWritten_saysWhatToChange() {
        assertThatThrownBy(() -> GroundTruthFile.append(folder))
                .hasMessageContaining("hotspan.generator.ground-truth-file");
    }
}
