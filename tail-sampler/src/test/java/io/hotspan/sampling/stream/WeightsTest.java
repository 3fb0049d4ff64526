package io.hotspan.sampling.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.SamplerProperties.Topics;
import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.sampling.output.KafkaOutbox;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.DecisionTiming;
import io.hotspan.sampling.partition.KnownDecisions;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.settings.PolicyFile;
import io.hotspan.sampling.testing.NaiveRollups;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a reader of the kept spans alone would say of all traffic, with the formula by which heatmaps know their
 * standard error, against the counts made before sampling: both as they leave in one transaction.
 */
class WeightsTest {

    private static final int RUNS = 500;
    private static final int TRACES = 1_500;
    private static final double Z_95 = 1.959964;
    private static final DecisionTiming TIMING = new DecisionTiming(Duration.ofSeconds(2), Duration.ofMinutes(1));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            shares           | all-vote    | {name: e, type: error}, {name: s, type: latency, at-least: 2s}, {name: r, type: probability, probability: 0.1}
            rules            | first-match | {name: e, type: error}, {name: w, type: and, policies: [{name: a, type: string-attribute, key: http.route, values: [/0]}, {name: b, type: probability, probability: 0.05}]}, {name: r, type: probability, probability: 0.3}
            ema-sample-rate  | all-vote    | {name: e, type: error}, {name: d, type: ema-sample-rate, goal-sample-rate: 8, fields: [.http.route, status], adjustment-interval: 5s}
            ema-throughput   | all-vote    | {name: s, type: latency, at-least: 2s}, {name: d, type: ema-throughput, goal-traces-per-second: 8, fields: [.http.route], adjustment-interval: 5s}
            """)
    void confidenceInterval_coversTheExactCountInNineteenOfTwentyRuns(String mix, String precedence, String policies) {
        PolicySet set = new PolicyFile(Path.of(mix))
                .parse("precedence: %s%npolicies: [%s]"
                        .formatted(precedence, policies)
                        .getBytes(UTF_8));
        int covered = 0;
        double bias = 0;
        double width = 0;
        for (int seed = 1; seed <= RUNS; seed++) {
            Estimate estimate = sample(set, seed);
            covered += estimate.covers() ? 1 : 0;
            bias += (estimate.spans - estimate.exact) / estimate.exact / RUNS;
            width += Z_95 * Math.sqrt(estimate.variance) / estimate.exact / RUNS;
        }
        double share = covered / (double) RUNS;
        System.out.printf(
                "%s: the 95 %% interval (± %.1f %%) covers the exact count in %.1f %% of %d runs, mean error %+.2f %%%n",
                mix, 100 * width, 100 * share, RUNS, 100 * bias);
        assertThat(share).isBetween(0.92, 0.98);
        // Four standard errors of the mean of all runs.
        assertThat(bias).isBetween(-4 * width / Z_95 / Math.sqrt(RUNS), 4 * width / Z_95 / Math.sqrt(RUNS));
    }

    private record Estimate(double spans, double variance, double exact) {

        boolean covers() {
            return Math.abs(spans - exact) <= Z_95 * Math.sqrt(variance);
        }
    }

    private static Estimate sample(PolicySet policies, long seed) {
        Topics topics = new Topics("raw", "sampled", "decisions", "rollups", "dlt", 1, (short) 1, Duration.ofDays(1));
        var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        KafkaOutbox outbox = new KafkaOutbox(producer, topics, "sampler-0");
        PartitionSampler sampler = new PartitionSampler(
                0,
                new PartitionJudges(() -> policies, 1),
                TIMING,
                new CommitPoint(0, 0, 0, 0),
                new KnownDecisions(new DecisionMemory(Duration.ofMinutes(1), 10_000, seed), 0),
                outbox,
                new Tally(),
                seed);
        RandomTraffic traffic = new RandomTraffic(new Random(seed));
        for (int i = 0; i < TRACES; i++) {
            var record = traffic.next();
            sampler.accept(record, record.timestamp());
            sampler.decideDue();
        }
        sampler.idle(traffic.nowMillis() + TIMING.inactivity().toMillis());
        sampler.decideDue();
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            outbox.commit(Map.of(), consumer.groupMetadata());
        }
        return estimate(producer);
    }

    /** Horvitz and Thompson's estimate of the total, and of its variance, by traces: their spans stay together. */
    private static Estimate estimate(MockProducer<byte[], byte[]> producer) {
        NaiveRollups exact = new NaiveRollups();
        double spans = 0;
        double variance = 0;
        for (ProducerRecord<byte[], byte[]> record : producer.history()) {
            if (record.topic().equals("rollups")) {
                exact.add(record.value());
            } else if (record.topic().equals("sampled")) {
                double weight = Double.parseDouble(new String(
                        record.headers().lastHeader("sampling.weight").value(), UTF_8));
                // One record a trace.
                int count = RandomTraffic.spans(record.value());
                spans += weight * count;
                variance += weight * (weight - 1) * count * count;
            }
        }
        return new Estimate(spans, variance, exact.spans());
    }
}
