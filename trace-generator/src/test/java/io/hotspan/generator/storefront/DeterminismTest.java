package io.hotspan.generator.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.generator.pack.ScenarioState;
import io.hotspan.generator.trace.GeneratedTrace;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void trace_madeAgainByAnotherPackInAnotherOrder_isTheSame() {
        List<GeneratedTrace> forward = Sample.traces(2_000, Sample.ALL_ON);
        StorefrontPack other = new StorefrontPack();
        List<GeneratedTrace> shuffled = LongStream.range(0, 2_000)
                .parallel()
                .mapToObj(index -> other.trace(Sample.SEED, index, Sample.ALL_ON))
                .toList();
        // Instances are compared by identity, so by their text across packs.
        assertThat(shuffled).hasToString(forward.toString());
    }

    @Test
    void trace_ofAnotherSeedOrIndex_isAnother() {
        GeneratedTrace trace = Sample.PACK.trace(1, 1, Sample.ALL_ON);
        assertThat(Sample.PACK.trace(2, 1, Sample.ALL_ON).traceId()).isNotEqualTo(trace.traceId());
        assertThat(Sample.PACK.trace(1, 2, Sample.ALL_ON).traceId()).isNotEqualTo(trace.traceId());
    }

    @Test
    void scenario_switchedOff_changesNoTraceItHasNothingToDoWith() {
        var withoutS8 = Sample.ALL_ON.with("S8", new ScenarioState(false, 0));
        List<GeneratedTrace> unconcerned = Sample.traces(3_000, Sample.ALL_ON).stream()
                .filter(trace -> !trace.causes().contains("S8"))
                .toList();
        assertThat(unconcerned)
                .hasSizeGreaterThan(2_900)
                .allMatch(trace ->
                        Sample.PACK.trace(Sample.SEED, trace.index(), withoutS8).equals(trace));
    }

    @Test
    void firstTrace_ofAFixedSeed_neverChanges() {
        GeneratedTrace trace = Sample.PACK.trace(20260101, 0, Sample.ALL_ON);
        assertThat(trace.traceId() + " " + trace.root().name() + " " + trace.durationNanos() + " "
                        + trace.spans().size())
                .isEqualTo("668570f5661863bfb791e30ea8c6a2ca GET /api/search 67498294 4");
    }
}
