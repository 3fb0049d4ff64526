package io.hotspan.sampling.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.settings.PolicyFile;
import io.hotspan.telemetry.decision.Ruling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation of other samplers promises, and ours, put to a partition's sampler case by case. */
class ConformanceTest {

    private static final String CASES = "/conformance/policies.txt";
    private static final PolicySet KEEP = policies("[{name: all, type: always}]");
    private static final PolicySet DROP = policies("[{name: none, type: probability, probability: 0}]");

    static Stream<String> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(ConformanceTest.class.getResourceAsStream(CASES))) {
            List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
            return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    @Test
    void table_hasSixtyCasesOrMore() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void documentedBehaviour_holds(String line) {
        String[] columns = line.split(" \\| ", -1);
        assertThat(columns).hasSize(4);
        Bench bench = new Bench(policies(columns[1]), 1);
        String[] traces = columns[2].split(" > ", -1);
        String[] expected = columns[3].strip().split(", ", -1);
        assertThat(expected).hasSameSizeAs(traces);

        for (int i = 0; i < traces.length; i++) {
            TraceText trace = new TraceText(i + 1, traces[i].strip());
            bench.pass(trace.pause());
            trace.records().forEach(bench::accept);
            assertRuling(bench.decide().ruling(), expected[i], traces[i]);
        }
    }

    @Test
    void changedPolicies_applyToLaterTracesOnly() {
        Bench bench = new Bench(DROP, 1);
        TraceText before = new TraceText(1, "span / span");
        bench.accept(before.records().get(0));
        bench.change(KEEP);
        bench.accept(before.records().get(1));
        assertThat(bench.decide().ruling().kept()).as("begun before").isFalse();

        new TraceText(2, "span").records().forEach(bench::accept);
        assertThat(bench.decide().ruling().policy()).as("begun after").isEqualTo("all");
    }

    @Test
    void lateSpans_followTheirDecisionWhateverThePoliciesSayByThen() {
        Bench bench = new Bench(KEEP, 1);
        TraceText kept = new TraceText(1, "span / error");
        bench.accept(kept.records().get(0));
        bench.decide();
        bench.change(DROP);
        bench.accept(kept.records().get(1));
        assertThat(bench.keptRecords).isEqualTo(2);
        assertThat(bench.decisions.getLast().lateSpans()).isEqualTo(1);

        TraceText dropped = new TraceText(2, "span / span / error");
        bench.accept(dropped.records().get(0));
        bench.decide();
        bench.change(KEEP);
        bench.accept(dropped.records().get(1));
        assertThat(bench.decisions.getLast().ruling().kept()).isFalse();
        assertThat(bench.keptRecords).isEqualTo(2);

        bench.accept(dropped.records().get(2));
        assertThat(bench.decisions.getLast().ruling().reason())
                .as("an error brings back what no policy was made to drop")
                .isEqualTo("late-error");
        assertThat(bench.decisions.getLast().revival().spans()).isEqualTo(2);
        assertThat(bench.keptRecords).isEqualTo(3);
    }

    @Test
    void probability_keepsItsShareOfAHundredThousandIds() {
        PolicySet policies = policies("[{name: p, type: probability, probability: 0.25}]");
        Random random = new Random(2026);
        var judge = policies.judge(1);
        int kept = 0;
        for (int i = 0; i < 100_000; i++) {
            kept += judge.rule(new Facts(random.nextLong(1L << 56)), _ -> {}, 0).kept() ? 1 : 0;
        }
        assertThat(100 * kept / 100_000.0).isCloseTo(25, within(0.2));
    }

    /** A limit is for all partitions together: each has its part. */
    @Test
    void rateLimit_isDividedAmongPartitions() {
        PolicySet policies = policies("[{name: p, type: rate-limiting, spans-per-second: 100, burst-spans: 100}]");
        int kept = 0;
        for (int partition = 0; partition < 4; partition++) {
            Bench bench = new Bench(policies, 4);
            for (int second = 0; second < 60; second++) {
                for (int i = 0; i < 100; i++) {
                    new TraceText(1 + second * 100 + i, "span").records().forEach(bench::accept);
                    kept += bench.decide().ruling().kept() ? 1 : 0;
                }
                bench.pass(Duration.ofMillis(900));
            }
        }
        assertThat(kept).as("100 at once and 100 a second").isBetween(6_000 - 100, 6_100);
    }

    private static void assertRuling(Ruling ruling, String expected, String trace) {
        String[] words = expected.split(" ", -1);
        assertThat(ruling.kept()).as("%s: %s", trace, ruling).isEqualTo(words[0].equals("keep"));
        if (words.length > 1) {
            assertThat(ruling.policy()).as(trace).isEqualTo(words[1]);
        }
        if (words.length > 2) {
            assertThat(ruling.weight()).as(trace).isEqualTo(Double.parseDouble(words[2]));
        }
    }

    private static PolicySet policies(String text) {
        boolean first = text.startsWith("first: ");
        String yaml = "precedence: " + (first ? "first-match" : "all-vote") + "\npolicies: "
                + (first ? text.substring(7) : text) + "\n";
        return new PolicyFile(Path.of("case")).parse(yaml.getBytes(UTF_8));
    }
}
