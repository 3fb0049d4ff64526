package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.testing.NaiveRollups;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Revival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

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
    // Traces that come to nothing unless an error follows; those of the latest call may not be decided yet.
    private final Map<TraceId, List<Long>> dropped = new HashMap<>();
    private final List<TraceId> mayFail = new ArrayList<>();
    private final List<TraceId> lately = new ArrayList<>();
    private final Set<TraceId> failedLate = new HashSet<>();
    private final NaiveRollups allTraffic = new NaiveRollups();
    private long spanNumber;
    private long garbage;

    Workload(SamplerHarness harness, long seed) {
        this.harness = harness;
        this.random = new Random(seed);
    }

    /**
     * Sends so many traces, interleaved, and now and then something unreadable, and an error each for some of the
     * dropped traces of earlier calls.
     */
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
                } else {
                    dropped.computeIfAbsent(trace, _ -> new ArrayList<>()).add(number);
                }
                boolean error = fails && r == 0;
                byte[] message = message(span(trace, number, Duration.ofMillis(random.nextInt(1, 9)), error, ""));
                allTraffic.count(message);
                parts.add(Map.entry(trace, message));
            }
            if (!kept) {
                lately.add(trace);
            }
            if (random.nextInt(100) == 0) {
                garbage++;
                parts.add(Map.entry(trace, new byte[] {0x0a, 0x7f}));
            }
        }
        mayFail.forEach(trace -> failLate(trace, parts));
        mayFail.clear();
        mayFail.addAll(lately);
        lately.clear();
        Collections.shuffle(parts, random);
        parts.forEach(part -> harness.send(part.getKey(), part.getValue()));
        harness.flush();
    }

    /** Whether every trace has been decided and those that failed late are back. */
    boolean isDecided() {
        Map<TraceId, Decision> latest = latest();
        return latest.keySet().containsAll(traces)
                && latest.entrySet().stream()
                        .allMatch(its -> its.getValue().ruling().kept() || !failedLate.contains(its.getKey()))
                && latest.values().stream()
                        .noneMatch(decision -> decision.revival().isOpen());
    }

    /** Number of traces that were brought back. */
    long revivedCount() {
        return latest().values().stream()
                .filter(decision -> decision.revival().state() == Revival.State.DONE)
                .count();
    }

    /** One dropped trace in ten fails after all; some of these fail twice, or send a good span as well. */
    private void failLate(TraceId trace, List<Map.Entry<TraceId, byte[]>> parts) {
        if (random.nextInt(10) > 0) {
            return;
        }
        failedLate.add(trace);
        keptSpans.addAll(Objects.requireNonNull(dropped.remove(trace)));
        int records = 1 + random.nextInt(3);
        for (int r = 0; r < records; r++) {
            long number = ++spanNumber;
            keptSpans.add(number);
            boolean error = r == 0 || random.nextBoolean();
            byte[] message = message(span(trace, number, Duration.ofMillis(5), error, ""));
            allTraffic.count(message);
            parts.add(Map.entry(trace, message));
        }
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
        assertThat(latest().values())
                .as("what was brought back is complete")
                .allMatch(decision -> decision.revival().state() != Revival.State.PARTIAL)
                .allMatch(decision ->
                        decision.revival().restored() == decision.revival().spans());
    }

    int traceCount() {
        return traces.size();
    }

    long spanCount() {
        return spanNumber;
    }

    private Map<TraceId, Decision> latest() {
        Map<TraceId, Decision> latest = new HashMap<>();
        harness.decisions().forEach(decision -> latest.put(new TraceId(decision.high(), decision.low()), decision));
        return latest;
    }
}
