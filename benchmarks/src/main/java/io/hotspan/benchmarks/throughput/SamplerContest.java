package io.hotspan.benchmarks.throughput;

import io.hotspan.sampling.TailSamplerApplication;
import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.stream.TailSampler;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

/** A topic's spans until each is decided, against consumers, as many as the sampler has, that only read it. */
final class SamplerContest implements Contest {

    private static final String INPUT = "sampler-input";

    private final Servers servers;
    private final Dataset data;
    private final Map<String, Object> consumerSettings;
    private final int consumers;
    private int runs;

    SamplerContest(Servers servers, Dataset data, Map<String, Object> producerSettings) throws Exception {
        this.servers = servers;
        this.data = data;
        fill(producerSettings);
        try (ConfigurableApplicationContext idle = sampler("idle", "--hotspan.sampler.topics.input=nothing")) {
            ConsumerFactory<?, ?> factory = idle.getBean(ConsumerFactory.class);
            consumerSettings = new HashMap<>(factory.getConfigurationProperties());
            consumers = idle.getEnvironment().getRequiredProperty("hotspan.sampler.concurrency", Integer.class);
        }
        forget("idle");
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }

    @Override
    public String stage() {
        return "sampler, topic to decided";
    }

    @Override
    public String baseline() {
        return "KafkaConsumer, reading only";
    }

    @Override
    public Cost runStage() throws Exception {
        String run = "sampler-" + ++runs;
        Cost cost;
        try (ConfigurableApplicationContext context = sampler(run, "--hotspan.sampler.topics.input=" + INPUT)) {
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            TailSampler sampler = context.getBean(TailSampler.class);
            Until.holds(
                    "the sampler has partitions",
                    () -> meters.get("tail_sampling.partitions").gauge().value() > 0);
            Stopwatch stopwatch = servers.stopwatch();
            Until.holds("every span is decided", () -> decided(sampler.account()) >= data.spans());
            cost = stopwatch.stop();
        }
        forget(run);
        return cost;
    }

    @Override
    public Cost runBaseline() throws Exception {
        List<PlainConsumer> readers = new ArrayList<>();
        try {
            for (int number = 0; number < consumers; number++) {
                readers.add(new PlainConsumer(consumerSettings, share(number)));
            }
            Stopwatch stopwatch = servers.stopwatch();
            Parallel.run(consumers, number -> () -> {
                readers.get(number).readAll();
                return null;
            });
            return stopwatch.stop();
        } finally {
            readers.forEach(PlainConsumer::close);
        }
    }

    @Override
    public void end() throws Exception {
        servers.topics().delete(INPUT);
    }

    private void fill(Map<String, Object> producerSettings) throws Exception {
        servers.topics().create(INPUT);
        try (PlainProducer producer = new PlainProducer(producerSettings)) {
            producer.send(
                    data.records,
                    (record, _) ->
                            new ProducerRecord<>(INPUT, null, record.timeMillis(), record.key(), record.value()));
            // Later records in every partition move its time on, so that nothing waits for the wall clock.
            producer.send(
                    data.after,
                    (record, number) -> new ProducerRecord<>(
                            INPUT,
                            (int) (number % Topics.PARTITIONS),
                            record.timeMillis(),
                            record.key(),
                            record.value()));
        }
    }

    /** A group and outputs of its own; else the defaults, but commits often enough to see when the last one was. */
    private ConfigurableApplicationContext sampler(String run, String input) {
        return servers.run(
                TailSamplerApplication.class,
                "tail-sampler",
                input,
                "--hotspan.sampler.group-id=" + run,
                "--hotspan.sampler.topics.output=" + run + "-sampled",
                "--hotspan.sampler.topics.decisions=" + run + "-decisions",
                "--hotspan.sampler.topics.dead-letter=" + run + "-dlt",
                "--hotspan.sampler.transaction.interval=200ms");
    }

    private void forget(String run) throws Exception {
        servers.topics().delete(run + "-sampled", run + "-decisions", run + "-dlt");
    }

    private List<TopicPartition> share(int number) {
        return Topics.partitions(INPUT).stream()
                .filter(partition -> partition.partition() % consumers == number)
                .toList();
    }

    private static long decided(Account account) {
        return account.spansKept() + account.spansDropped();
    }
}
