package io.hotspan.sampling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Revival;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class DecisionGenerationTest {

    @Property(tries = 300)
    void generation_behavesAsAMap(@ForAll("decisions") List<Decision> decisions, @ForAll long seed) {
        DecisionGeneration generation = new DecisionGeneration(0, seed);
        Map<TraceId, Decision> model = new HashMap<>();
        for (Decision decision : decisions) {
            generation.put(decision);
            model.put(id(decision), decision);
        }

        assertThat(generation.size()).isEqualTo(model.size());
        assertThat(model)
                .allSatisfy((id, decision) ->
                        assertThat(generation.find(id.high(), id.low())).isEqualTo(decision));
        assertThat(generation.find(-1, -1)).isNull();
    }

    @Test
    void moreDecisionsThanExpected_areAllFound() {
        DecisionGeneration generation = new DecisionGeneration(10, 1);
        LongStream.range(0, 5_000).forEach(low -> generation.put(decision(low)));

        assertThat(generation.size()).isEqualTo(5_000);
        assertThat(LongStream.range(0, 5_000))
                .allSatisfy(low -> assertThat(generation.find(3, low)).isEqualTo(decision(low)));
        assertThat(generation.find(3, 5_000)).isNull();
    }

    @Provide
    Arbitrary<List<Decision>> decisions() {
        // Few ids, and alike in most bits, so that they collide and later entries replace earlier ones.
        return Combinators.combine(
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.longs().between(1, 40),
                        rulings(),
                        Arbitraries.of(Trigger.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().greaterOrEqual(0),
                        revivals(),
                        Arbitraries.longs().greaterOrEqual(0))
                .as((high, low, ruling, trigger, spans, late, revival, number) -> new Decision(
                        high, low, ruling, trigger, spans, spans / 2, late, revival, number, number / 3, number / 7))
                .list()
                .ofMaxSize(200);
    }

    private static Arbitrary<Ruling> rulings() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5).map(threshold -> Ruling.keep("probability", "rest", threshold)),
                Arbitraries.of(
                        Ruling.lateError(),
                        Ruling.drop(Ruling.NOT_SAMPLED, "rest", 7).early(),
                        Ruling.forced(true, new RuleVersion("rule", 2)).inDryRun()));
    }

    private static Arbitrary<Revival> revivals() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Revival.NONE)),
                Tuple.of(1, Arbitraries.integers().between(1, 9).map(spans -> Revival.asked(spans, 100, spans))));
    }

    private static Decision decision(long low) {
        return new Decision(3, low, Ruling.keep("error", "errors", low % 5), Trigger.MAX_AGE, 2, 1, low, low + 1, 9);
    }

    private static TraceId id(Decision decision) {
        return new TraceId(decision.high(), decision.low());
    }
}
