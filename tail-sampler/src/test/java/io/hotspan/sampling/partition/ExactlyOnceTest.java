package io.hotspan.sampling.partition;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.varied;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.ingest.TraceIdHex;
import io.hotspan.sampling.policy.ErrorPolicy;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.ProbabilityPolicy;
import io.hotspan.sampling.policy.settings.PolicyFile;
import io.hotspan.sampling.testing.NaiveRollups;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Revival;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Random traffic, random kills: what is durable in the end must be as if nothing had happened. */
class ExactlyOnceTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final ProbabilityPolicy HALF = new ProbabilityPolicy("half", 0.5);

    private final Set<Long> expectedIfKeptByProbability = new HashSet<>();
    private final Map<Long, TraceId> traceOfSpan = new HashMap<>();
    private final Map<Long, Long> recordsOfSpans = new HashMap<>();
    private final Set<Long> garbage = new HashSet<>();
    private NaiveRollups allTraffic = new NaiveRollups();

    @Property(tries = 400)
    void kills_neitherLoseNorDoubleASpan(@ForAll long seed, @ForAll @IntRange(max = 30) int killPercent) {
        Random random = new Random(seed);
        SimulatedLog log = new SimulatedLog(traffic(random, false), new PolicySet(List.of(HALF)), SHORT, 1_000_000);
        run(log, random, killPercent, 20);

        assertThat(log.keptSpans).doesNotHaveDuplicates().hasSameElementsAs(expectedIfKeptByProbability);
        assertThat(log.rollups.totals()).isEqualTo(allTraffic.totals());
        assertThat(log.deadLetters).doesNotHaveDuplicates().hasSameElementsAs(garbage);
        assertThat(log.account().spansUndecided()).isZero();
    }

    @Property(tries = 200)
    void forgottenDecisions_areMadeAgainWithoutDoublingASpan(@ForAll long seed) {
        Random random = new Random(seed);
        SimulatedLog log = new SimulatedLog(traffic(random, false), new PolicySet(List.of(HALF)), FOREVER, 4);
        run(log, random, 15, 20);

        assertThat(log.rollups.totals()).isEqualTo(allTraffic.totals());
        assertThat(log.keptSpans).doesNotHaveDuplicates().hasSameElementsAs(expectedIfKeptByProbability);
    }

    /** Also where policies read the spans again, or remember traces and forget them with the process. */
    @Property(tries = 800)
    void tracesThatDependOnTheirSpans_areKeptOrDroppedAsAWhole(
            @ForAll long seed, @ForAll("policies") PolicySet policies) {
        Random random = new Random(seed);
        SimulatedLog log = new SimulatedLog(traffic(random, true), policies, FOREVER, 1_000_000);
        // With errors a ruling depends on when it is made, so it must be remembered for as long as late spans come.
        run(log, random, 15, Integer.MAX_VALUE);

        assertThat(log.rollups.totals()).isEqualTo(allTraffic.totals());
        assertThat(log.keptSpans).doesNotHaveDuplicates();
        Map<TraceId, Boolean> kept = new HashMap<>();
        for (Decision decision : log.decisions) {
            TraceId trace = new TraceId(decision.high(), decision.low());
            Boolean before = kept.put(trace, decision.ruling().kept());
            assertThat(before == null
                            || before == decision.ruling().kept()
                            || decision.revival().isOpen())
                    .as("one ruling for trace %s, unless it is brought back", trace)
                    .isTrue();
        }
        Set<Long> expected = new HashSet<>();
        traceOfSpan.forEach((span, trace) -> {
            if (Boolean.TRUE.equals(kept.get(trace))) {
                expected.add(span);
            }
        });
        assertThat(log.keptSpans).hasSameElementsAs(expected);
    }

    /** Kills, late errors, retroactive rules and decisions that are forgotten before their time, all at once. */
    @Property(tries = 600)
    void droppedTraces_areBroughtBackWholeAndOnce(@ForAll long seed, @ForAll @IntRange(max = 30) int kills) {
        Random random = new Random(seed);
        PolicySet policies = new PolicySet(List.of(new ErrorPolicy("errors"), HALF));
        int remembered = random.nextBoolean() ? 8 : 1_000_000;
        SimulatedLog log = new SimulatedLog(traffic(random, true), policies, FOREVER, remembered);
        run(log, random, kills, 4, true);

        assertThat(log.rollups.totals()).isEqualTo(allTraffic.totals());
        assertThat(log.keptSpans).doesNotHaveDuplicates();
        // A trace that was forgotten is decided again, about what came later.
        Map<List<Object>, Decision> latest = new HashMap<>();
        for (Decision decision : log.decisions) {
            latest.put(List.of(new TraceId(decision.high(), decision.low()), decision.firstOffset()), decision);
        }
        Set<Long> expected = new HashSet<>();
        latest.forEach((key, decision) -> {
            assertThat(decision.revival().state()).isIn(Revival.State.NONE, Revival.State.DONE);
            assertThat(decision.revival().restored())
                    .isEqualTo(decision.revival().spans());
            if (decision.ruling().kept()) {
                recordsOfSpans.forEach((span, offset) -> {
                    if (key.contains(traceOfSpan.get(span))
                            && offset >= decision.firstOffset()
                            && offset < decision.settledBelow()) {
                        expected.add(span);
                    }
                });
            }
        });
        assertThat(log.keptSpans).hasSameElementsAs(expected);
        Statistics.collect(latest.values().stream()
                .anyMatch(decision -> !decision.revival().equals(Revival.NONE)));
    }

    @Provide
    Arbitrary<PolicySet> policies() {
        return Arbitraries.of(
                        "[{name: e, type: error}, {name: half, type: probability, probability: 0.5}]",
                        "[{name: e, type: traceql, filter: '{ status = error }'}, {name: d, type: drop,"
                                + " policies: [{name: big, type: span-count, min: 12}]}]",
                        "[{name: e, type: error}, {name: limit, type: rate-limiting, spans-per-second: 40}]",
                        "[{name: dyn, type: ema-throughput, goal-traces-per-second: 10, adjustment-interval: 200ms,"
                                + " fields: [status]}]")
                .map(list -> new PolicyFile(Path.of("test")).parse(("policies: " + list).getBytes(UTF_8)));
    }

    private static void run(SimulatedLog log, Random random, int killPercent, int maxLookBack) {
        run(log, random, killPercent, maxLookBack, false);
    }

    private static void run(SimulatedLog log, Random random, int killPercent, int maxLookBack, boolean forced) {
        // A pass over the log has its time between two kills, some day.
        int killsLeft = 50;
        while (true) {
            if (log.isReadToEnd()) {
                log.waitFor(Duration.ofMillis(random.nextInt(150)));
            } else {
                log.read(1 + random.nextInt(20));
            }
            if (random.nextInt(10) == 0) {
                log.decideEarly();
            }
            if (random.nextInt(3) == 0) {
                log.readAgain(1 + random.nextInt(20));
            }
            int dice = random.nextInt(100);
            if (dice < killPercent && killsLeft-- > 0) {
                log.kill(maxLookBack == Integer.MAX_VALUE ? maxLookBack : random.nextInt(maxLookBack));
            } else if (dice < 60) {
                log.commit();
                if (forced && random.nextInt(5) == 0 && !log.isReadToEnd()) {
                    log.force(random);
                }
                assertThat(log.account().spansUndecided()).isEqualTo(log.undecidedSpans());
                if (log.isReadToEnd() && log.undecidedSpans() == 0 && !log.isBringingBack()) {
                    return;
                }
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> traffic(Random random, boolean errors) {
        List<TraceId> traces = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        expectedIfKeptByProbability.clear();
        traceOfSpan.clear();
        recordsOfSpans.clear();
        garbage.clear();
        allTraffic = new NaiveRollups();
        long time = 1_000_000;
        long offset = 0;
        long spanNumber = 0;
        int count = 20 + random.nextInt(200);
        for (int i = 0; i < count; i++) {
            // Offsets have holes where transactions of the input's writers were marked or aborted.
            offset += 1 + (random.nextInt(10) == 0 ? 2 : 0);
            time += random.nextInt(10) == 0 ? random.nextInt(250) : random.nextInt(20) - 5;
            if (random.nextInt(20) == 0) {
                garbage.add(offset);
                records.add(record(offset, time, new TraceId(1, 1), new byte[] {0x0a, 0x7f}));
                continue;
            }
            boolean begins = traces.isEmpty() || random.nextInt(3) == 0;
            TraceId trace = begins
                    ? new TraceId(random.nextLong(), random.nextLong())
                    : traces.get(Math.max(0, traces.size() - 1 - random.nextInt(8)));
            if (begins) {
                traces.add(trace);
            }
            Span[] spans = new Span[1 + random.nextInt(3)];
            for (int s = 0; s < spans.length; s++) {
                long number = ++spanNumber;
                boolean error = errors && random.nextInt(10) == 0;
                spans[s] = varied(span(trace, number, Duration.ofMillis(10), error, ""), random);
                traceOfSpan.put(number, trace);
                recordsOfSpans.put(number, offset);
                if ((trace.low() & 0xFF_FFFF_FFFF_FFFFL) >= 0x80_0000_0000_0000L) {
                    expectedIfKeptByProbability.add(number);
                }
            }
            byte[] message = message(spans);
            allTraffic.count(message);
            records.add(record(offset, time, trace, message));
        }
        return records;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, long time, TraceId trace, byte[] value) {
        return new ConsumerRecord<>(
                "raw",
                0,
                offset,
                time,
                TimestampType.CREATE_TIME,
                32,
                value.length,
                TraceIdHex.encode(trace.high(), trace.low()),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
