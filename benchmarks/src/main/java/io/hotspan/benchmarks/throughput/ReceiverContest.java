package io.hotspan.benchmarks.throughput;

import io.hotspan.receiver.grpc.GrpcServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.context.ConfigurableApplicationContext;

/** Requests of several clients into Kafka, each acknowledged, against a producer of the same records. */
final class ReceiverContest implements Contest {

    private static final String RAW_TOPIC = "otel-traces-raw";
    private static final String PLAIN_TOPIC = "plain-raw";
    private static final Duration BEFORE_REPEAT = Duration.ofMillis(200);

    private final String name;
    private final Servers servers;
    private final Dataset data;
    private final int clients;
    private final OtlpClient client;
    private final PlainProducer producer;

    private ReceiverContest(
            String name,
            Servers servers,
            Dataset data,
            int clients,
            OtlpClient client,
            Map<String, Object> producerSettings)
            throws Exception {
        this.name = name;
        this.servers = servers;
        this.data = data;
        this.clients = clients;
        this.client = client;
        this.producer = new PlainProducer(producerSettings);
        servers.topics().create(PLAIN_TOPIC);
    }

    static ReceiverContest http(
            Servers servers,
            Dataset data,
            int clients,
            ConfigurableApplicationContext receiver,
            Map<String, Object> producerSettings)
            throws Exception {
        int port = receiver.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new ReceiverContest(
                "receiver, OTLP/HTTP", servers, data, clients, new OtlpHttpClient(port), producerSettings);
    }

    static ReceiverContest grpc(
            Servers servers,
            Dataset data,
            int clients,
            ConfigurableApplicationContext receiver,
            Map<String, Object> producerSettings)
            throws Exception {
        int port = receiver.getBean(GrpcServer.class).port();
        return new ReceiverContest(
                "receiver, OTLP/gRPC", servers, data, clients, new OtlpGrpcClient(port), producerSettings);
    }

    @Override
    public String stage() {
        return name;
    }

    @Override
    public List<Baseline> baselines() {
        return List.of(new Baseline("KafkaProducer, the same records", this::runBaseline));
    }

    @Override
    public Cost runStage() throws Exception {
        long before = servers.topics().written(RAW_TOPIC);
        Stopwatch stopwatch = servers.stopwatch();
        try (Spool.Reader requests = data.requests.read()) {
            Parallel.run(clients, _ -> () -> {
                for (byte[] request = requests.next(); request != null; request = requests.next()) {
                    export(request);
                }
                return null;
            });
        }
        Cost cost = stopwatch.stop();
        requireAll(servers.topics().written(RAW_TOPIC) - before);
        servers.topics().empty(RAW_TOPIC);
        return cost;
    }

    private Cost runBaseline() throws Exception {
        long before = servers.topics().written(PLAIN_TOPIC);
        Stopwatch stopwatch = servers.stopwatch();
        producer.send(data.records, (record, _) -> new ProducerRecord<>(PLAIN_TOPIC, record.key(), record.value()));
        Cost cost = stopwatch.stop();
        requireAll(servers.topics().written(PLAIN_TOPIC) - before);
        servers.topics().empty(PLAIN_TOPIC);
        return cost;
    }

    @Override
    public void end() throws Exception {
        client.close();
        producer.close();
        servers.topics().delete(PLAIN_TOPIC);
    }

    private void export(byte[] request) throws IOException, InterruptedException {
        while (!client.export(request)) {
            Thread.sleep(BEFORE_REPEAT);
        }
    }

    /** More than all may be there: a request whose answer was "later" can have been taken in part. */
    private void requireAll(long written) {
        if (written < data.records.entries()) {
            throw new IllegalStateException(
                    "%s: %d records written, but %d sent".formatted(name, written, data.records.entries()));
        }
    }
}
