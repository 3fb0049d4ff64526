package io.hotspan.benchmarks.throughput;

import io.hotspan.sampling.TailSamplerApplication;
import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.stream.TailSampler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

/** A topic's spans until each is decided, against consumers that only read it: one, and as many as it has threads. */
final class SamplerContest implements Contest {

    private static final String INPUT = "sampler-input";

    private final Servers servers;
    private final Dataset data;
    private final Map<String, Object> producerSettings;
    private final String policiesFile;
    private final Map<String, Object> consumerSettings;
    private final int threads;
    private int runs;
    private Map<String, Long> threadTimes = Map.of();
    private double keptShare;

    SamplerContest(Servers servers, Dataset data, Map<String, Object> producerSettings, String policiesFile)
            throws Exception {
        this.servers = servers;
        this.data = data;
        this.producerSettings = producerSettings;
        this.policiesFile = policiesFile;
        servers.topics().create(INPUT);
        try (ConfigurableApplicationContext idle = sampler("idle")) {
            ConsumerFactory<?, ?> factory = idle.getBean(ConsumerFactory.class);
            consumerSettings = new HashMap<>(factory.getConfigurationProperties());
            threads = idle.getEnvironment().getRequiredProperty("hotspan.sampler.concurrency", Integer.class);
        }
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }

    @Override
    public String stage() {
        return "sampler, topic to decided";
    }

    @Override
    public List<Baseline> baselines() {
        return List.of(
                new Baseline("one KafkaConsumer, reading only", () -> readOnly(1)),
                new Baseline(threads + " KafkaConsumers, as it has threads", () -> readOnly(threads)));
    }

    @Override
    public Cost runStage() throws Exception {
        String run = "sampler-" + ++runs;
        servers.topics().empty(INPUT);
        // Until the transaction ends nobody sees what is in the topic, so the clock need not run while workers join.
        try (PlainProducer producer = PlainProducer.transactional(producerSettings)) {
            producer.begin();
            fill(producer);
            try (ConfigurableApplicationContext context = sampler(run)) {
                TailSampler sampler = context.getBean(TailSampler.class);
                Until.holds(
                        "every thread has its partitions",
                        () -> servers.topics().isShared(run, threads));
                Until.compilersRest();
                System.gc(); // of filling the topic
                ThreadTimes before = ThreadTimes.now();
                Stopwatch stopwatch = servers.stopwatch();
                producer.commit();
                Until.holds("every span is decided", () -> decided(sampler.account()) >= data.spans());
                Cost cost = stopwatch.stop();
                threadTimes = ThreadTimes.now().since(before);
                keptShare = (double) sampler.account().spansKept() / data.spans();
                return cost;
            }
        } finally {
            servers.topics().delete(run + "-sampled", run + "-decisions", run + "-rollups", run + "-dlt");
        }
    }

    /** Nanoseconds of processor time in the latest run of the sampler, by what threads are for. */
    Map<String, Long> threadTimes() {
        return threadTimes;
    }

    /** Which share of the spans the sampler kept in its latest run, 0 to 1. */
    double keptShare() {
        return keptShare;
    }

    private Cost readOnly(int consumers) throws Exception {
        List<PlainConsumer> readers = new ArrayList<>();
        try {
            for (int number = 0; number < consumers; number++) {
                readers.add(new PlainConsumer(consumerSettings, share(number, consumers)));
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

    private void fill(PlainProducer producer) throws Exception {
        producer.send(
                data.records,
                (record, _) -> new ProducerRecord<>(INPUT, null, record.timeMillis(), record.key(), record.value()));
        // Later records in every partition move its time on, so that nothing waits for the wall clock.
        producer.send(
                data.after,
                (record, number) -> new ProducerRecord<>(
                        INPUT, (int) (number % Topics.PARTITIONS), record.timeMillis(), record.key(), record.value()));
    }

    /** A group and topics of its own; else the defaults, but commits often enough to see when the last one was. */
    private ConfigurableApplicationContext sampler(String run) {
        return servers.run(
                TailSamplerApplication.class,
                "tail-sampler",
                "--hotspan.sampler.group-id=" + run,
                "--hotspan.sampler.topics.input=" + INPUT,
                "--hotspan.sampler.topics.output=" + run + "-sampled",
                "--hotspan.sampler.topics.decisions=" + run + "-decisions",
                "--hotspan.sampler.topics.rollups=" + run + "-rollups",
                "--hotspan.sampler.topics.dead-letter=" + run + "-dlt",
                "--hotspan.sampler.policies-file=" + policiesFile,
                "--hotspan.sampler.transaction.interval=200ms");
    }

    private static List<TopicPartition> share(int number, int consumers) {
        return Topics.partitions(INPUT).stream()
                .filter(partition -> partition.partition() % consumers == number)
                .toList();
    }

    private static long decided(Account account) {
        return account.spansKept() + account.spansDropped();
    }
}
