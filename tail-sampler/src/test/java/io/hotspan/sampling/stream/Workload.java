package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.testing.NaiveRollups;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Steady traffic of traces in several records each, and what must come of it, computed from the input alone. */
final class Workload {

    /** Keeps errors and half of the rest, so that dropping is exercised as much as keeping. */
    static final String[] POLICIES = {
        "--hotspan.sampler.policies[0].name=errors",
        "--hotspan.sampler.policies[0].type=error",
        "--hotspan.sampler.policies[1].name=slow",
        "--hotspan.sampler.policies[1].type=latency",
        "--hotspan.sampler.policies[1].at-least=2s",
        "--hotspan.sampler.policies[2].name=rest",
        "--hotspan.sampler.policies[2].type=probability",
        "--hotspan.sampler.policies[2].probability=0.5"
    };

    private final SamplerHarness harness;
    private final Random random;
    private final Set<Long> keptSpans = new HashSet<>();
    private final Set<TraceId> traces = new HashSet<>();
    private final NaiveRollups allTraffic = new NaiveRollups();
    private long spanNumber;
    private long garbage;

    Workload(SamplerHarness harness, long seed) {
        this.harness = harness;
        this.random = new Random(seed);
    }

    /** Sends so many traces, interleaved, and now and then something unreadable. */
    void send(int count) {
        List<Map.Entry<TraceId, byte[]>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TraceId trace = new TraceId(random.nextLong(), random.nextLong());
            traces.add(trace);
            boolean fails = random.nextInt(20) == 0;
            boolean kept = fails || (trace.low() & 0xFF_FFFF_FFFF_FFFFL) >= 0x80_0000_0000_0000L;
            int records = 1 + random.nextInt(4);
            for (int r = 0; r < records; r++) {
                long number = ++spanNumber;
                if (kept) {
                    keptSpans.add(number);
                }
                boolean error = fails && r == 0;
                byte[] message = message(span(trace, number, Duration.ofMillis(random.nextInt(1, 9)), error, ""));
                allTraffic.count(message);
                parts.add(Map.entry(trace, message));
            }
            if (random.nextInt(100) == 0) {
                garbage++;
                parts.add(Map.entry(trace, new byte[] {0x0a, 0x7f}));
            }
        }
        Collections.shuffle(parts, random);
        parts.forEach(part -> harness.send(part.getKey(), part.getValue()));
        harness.flush();
    }

    /** Whether every trace has been decided. */
    boolean isDecided() {
        return decided().containsAll(traces);
    }

    /** Nothing is lost, nothing is doubled, every trace has one ruling. */
    void verify() {
        List<Long> out = harness.read("sampled").stream()
                .flatMap(record -> spans(record.value()).stream())
                .map(span -> span.getSpanId().asReadOnlyByteBuffer().getLong())
                .toList();
        assertThat(out).as("kept spans").doesNotHaveDuplicates();
        assertThat(new HashSet<>(out)).as("kept spans").isEqualTo(keptSpans);
        assertThat(harness.read("raw.dlt")).as("dead letters").hasSize((int) garbage);

        NaiveRollups counted = new NaiveRollups();
        harness.read("rollups").forEach(record -> counted.add(record.value()));
        assertThat(counted.totals()).as("rollups").isEqualTo(allTraffic.totals());

        Map<TraceId, Integer> rulings = new HashMap<>();
        for (Decision decision : harness.decisions()) {
            if (decision.lateSpans() == 0) {
                rulings.merge(new TraceId(decision.high(), decision.low()), 1, Integer::sum);
            }
        }
        assertThat(rulings.keySet()).as("traces decided").isEqualTo(traces);
        assertThat(rulings.values()).as("rulings a trace").containsOnly(1);
    }

    int traceCount() {
        return traces.size();
    }

    long spanCount() {
        return spanNumber;
    }

    private Set<TraceId> decided() {
        return harness.decisions().stream()
                .map(decision -> new TraceId(decision.high(), decision.low()))
                .collect(Collectors.toSet());
    }
}
