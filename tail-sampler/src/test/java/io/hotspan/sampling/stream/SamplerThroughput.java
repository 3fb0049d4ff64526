package io.hotspan.sampling.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.sun.management.ThreadMXBean;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.TraceIdHex;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.DecisionTiming;
import io.hotspan.sampling.partition.Outbox;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.Judge;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.TraceFacts;
import io.hotspan.sampling.policy.settings.PolicyFile;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Prints what the sampler costs: against a plain consumer of the same topic with the broker on the same cores, and per
 * buffered span. Not part of the build; see the README for the command.
 */
class SamplerThroughput {

    private static final int TRACES = Integer.getInteger("hotspan.sampler.traces", 300_000);
    private static final int RECORDS_PER_TRACE = 3;
    private static final int SPANS_PER_RECORD = 2;
    private static final long SPANS = (long) TRACES * RECORDS_PER_TRACE * SPANS_PER_RECORD;
    private static final int TRACES_PER_SECOND = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    // CPU time of the reading thread a span: comparable even where other work shares the cores.
    private double plainCpu = Double.MAX_VALUE;
    private double samplerCpu = Double.MAX_VALUE;

    @Test
    void fromKafkaToDecision() throws ExecutionException, InterruptedException {
        try (SamplerHarness harness = new SamplerHarness()) {
            long bytes = produce(harness);
            ConfigurableApplicationContext sampler = null;
            double plainFirst = consume(harness);
            double samplerRate = 0;
            for (int round = 0; round < 2; round++) {
                sampler = harness.start(SamplerHarness.with(
                        Workload.POLICIES,
                        "--hotspan.sampler.policies[2].probability=0.1",
                        "--hotspan.sampler.inactivity=10s",
                        "--hotspan.sampler.transaction.interval=1s",
                        "--hotspan.sampler.group-id=" + harness.prefix + "round-" + round));
                double rate = sample(harness, sampler);
                System.out.printf("FIGURE round %d: sampler %,.0f spans/s%n", round, rate);
                samplerRate = Math.max(samplerRate, rate);
                harness.stop(sampler);
            }
            double plain = Math.max(plainFirst, consume(harness));
            System.out.printf(
                    "FIGURE %,d spans of %d bytes: plain consumer %,.0f spans/s, sampler %,.0f spans/s, ratio %.2f;"
                            + " CPU of the thread %.0f and %.0f ns a span, ratio %.2f%n",
                    SPANS,
                    bytes / SPANS,
                    plain,
                    samplerRate,
                    samplerRate / plain,
                    plainCpu,
                    samplerCpu,
                    plainCpu / samplerCpu);
        }
    }

    @Test
    void heapAndAllocationPerBufferedSpan() {
        int traces = 50_000;
        for (int round = 0; round < 5; round++) {
            PartitionSampler warm = sampler();
            records(traces / 5, round).forEach(record -> warm.accept(Traces.read(record), 2_000_000));
        }
        long before = usedHeap();
        List<ConsumerRecord<byte[], byte[]>> records = records(traces, 2);
        long wire = records.stream().mapToLong(record -> record.value().length).sum();
        PartitionSampler sampler = sampler();
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        records.forEach(record -> sampler.accept(Traces.read(record), 2_000_000));
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        records.clear();
        long heap = usedHeap() - before;
        long spans = sampler.undecidedSpans();
        System.out.printf(
                "FIGURE %,d spans: wire %.0f B, heap %.0f B (%.3f x), own estimate %.0f B, allocated %.1f B, taken in within %.0f ns CPU"
                        + " per span%n",
                spans,
                wire / (double) spans,
                heap / (double) spans,
                heap / (double) wire,
                sampler.bufferedBytes() / (double) spans,
                allocated / (double) spans,
                nanos / (double) spans);
        assertThat(heap).isLessThan((long) (wire * 1.2));
    }

    @Test
    void conditionsOnSpans() {
        PolicySet policies = new PolicyFile(Path.of("figure")).parse("""
                policies:
                  - {name: a, type: string-attribute, key: http.route, values: [/pay, /login]}
                  - {name: b, type: string-attribute, key: http.route, values: ['/admin/.*'], regex: true}
                  - {name: c, type: string-attribute, key: service.name, scope: resource, values: [billing]}
                  - {name: d, type: numeric-attribute, key: http.response.status_code, min: 500}
                  - {name: e, type: boolean-attribute, key: force_sample}
                  - {name: f, type: traceql, filter: '{ kind = client && duration > 1s }'}
                """.getBytes(UTF_8));
        Judge judge = policies.judge(1);
        List<byte[]> messages =
                records(20_000, 3).stream().map(ConsumerRecord::value).toList();
        TraceFacts facts = new BufferedFacts();
        for (int round = 0; round < 6; round++) {
            long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            for (byte[] message : messages) {
                judge.rule(facts, visitor -> visitor.record(message, 0, message.length), 0);
            }
            double spans = messages.size() * (double) SPANS_PER_RECORD;
            System.out.printf(
                    "FIGURE six conditions on attributes: %.0f ns CPU, %.1f B allocated a span%n",
                    (THREADS.getCurrentThreadCpuTime() - start) / spans,
                    (THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore) / spans);
        }
    }

    private record BufferedFacts() implements TraceFacts {
        @Override
        public int spans() {
            return SPANS_PER_RECORD;
        }

        @Override
        public int errorSpans() {
            return 0;
        }

        @Override
        public long durationNanos() {
            return 1;
        }

        @Override
        public long bytes() {
            return 1;
        }

        @Override
        public long randomness() {
            return 1;
        }
    }

    private static PartitionSampler sampler() {
        PolicySet none = new PolicySet(List.of());
        return new PartitionSampler(
                0,
                new PartitionJudges(() -> none, 1),
                new DecisionTiming(Duration.ofHours(1), Duration.ofHours(1)),
                new CommitPoint(0, 0, 0, 0),
                new DecisionMemory(Duration.ofMinutes(1), 10, 1),
                new Nowhere(),
                new Tally(),
                1);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int traces, long seed) {
        Random random = new Random(seed);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < traces; i++) {
            TraceId trace = new TraceId(random.nextLong(), random.nextLong());
            byte[] key = TraceIdHex.encode(trace.high(), trace.low());
            for (int r = 0; r < RECORDS_PER_TRACE; r++) {
                records.add(new ConsumerRecord<>("raw", 0, records.size(), key, message(trace, r, random)));
            }
        }
        return records;
    }

    private static long produce(SamplerHarness harness) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                TestServers.kafka().bootstrapServers(),
                "linger.ms",
                20,
                "batch.size",
                262_144,
                "compression.type",
                "lz4");
        long bytes = 0;
        Random random = new Random(1);
        long begin = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < TRACES; i++) {
                TraceId trace = new TraceId(random.nextLong(), random.nextLong());
                byte[] key = TraceIdHex.encode(trace.high(), trace.low());
                long time = begin + i * 1000L / TRACES_PER_SECOND;
                for (int r = 0; r < RECORDS_PER_TRACE; r++) {
                    byte[] message = message(trace, r, random);
                    bytes += message.length;
                    var _ = producer.send(new ProducerRecord<>(harness.prefix + "raw", null, time, key, message));
                }
            }
        }
        return bytes;
    }

    /** Spans of about the size HTTP and database spans have with semantic-convention attributes. */
    private static byte[] message(TraceId trace, int number, Random random) {
        Span[] spans = new Span[SPANS_PER_RECORD];
        for (int i = 0; i < spans.length; i++) {
            boolean error = random.nextInt(100) == 0;
            Span.Builder span = Traces.span(trace, number * 10L + i, Duration.ofMillis(20), error, "").toBuilder();
            span.setParentSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) i}));
            for (int a = 0; a < 10; a++) {
                span.addAttributes(KeyValue.newBuilder()
                        .setKey("semantic.attribute.name." + a)
                        .setValue(AnyValue.newBuilder().setStringValue("value-" + random.nextInt(100_000))));
            }
            spans[i] = span.build();
        }
        return Traces.message(spans);
    }

    private double consume(SamplerHarness harness) {
        ConfigurableApplicationContext context =
                harness.start("--hotspan.sampler.topics.input=" + harness.prefix + "x");
        try {
            @SuppressWarnings("unchecked")
            ConsumerFactory<byte[], byte[]> factory = context.getBean(ConsumerFactory.class);
            try (Consumer<byte[], byte[]> consumer =
                    factory.createConsumer(harness.prefix + "plain", "plain", "", new Properties())) {
                var partitions = consumer.partitionsFor(harness.prefix + "raw").stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                long records = 0;
                long start = System.nanoTime();
                long cpuStart = THREADS.getCurrentThreadCpuTime();
                while (records < (long) TRACES * RECORDS_PER_TRACE) {
                    records += consumer.poll(Duration.ofMillis(100)).count();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                plainCpu = Math.min(plainCpu, (THREADS.getCurrentThreadCpuTime() - cpuStart) / (double) SPANS);
                System.out.printf("FIGURE plain consumer: %,.0f spans/s, %.0f ns CPU%n", SPANS / seconds, plainCpu);
                return SPANS / seconds;
            }
        } finally {
            harness.stop(context);
        }
    }

    private double sample(SamplerHarness harness, ConfigurableApplicationContext sampler) {
        TailSampler workers = sampler.getBean(TailSampler.class);
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> workers.statuses().stream()
                                .mapToInt(WorkerStatus::partitions)
                                .sum()
                        > 0);
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(5))
                .until(() -> harness.account(sampler).spansReceived() == SPANS);
        double seconds = (System.nanoTime() - start) / 1e9;
        samplerCpu = Math.min(samplerCpu, cpuTime("tail-sampler-0") / (double) SPANS);
        Account account = harness.account(sampler);
        return (account.spansKept() + account.spansDropped()) / seconds;
    }

    private static long cpuTime(String threadName) {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals(threadName)) {
                return THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        throw new IllegalStateException("no thread " + threadName);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private record Nowhere() implements Outbox {
        @Override
        public void kept(
                Decision decision,
                byte[] bytes,
                int offset,
                int length,
                long timestampMillis,
                long randomness,
                long explicitRandomness) {}

        @Override
        public void decided(int partition, Decision decision, @Nullable Evidence evidence) {}

        @Override
        public void counted(int partition, InputRecord record) {}

        @Override
        public void unreadable(ConsumerRecord<byte[], InputRecord> source, String error) {}
    }
}
