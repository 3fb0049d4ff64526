package io.hotspan.embedded.kafka;

import io.hotspan.embedded.DataDirectory;
import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import io.hotspan.embedded.ServerFailedException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Kafka broker in this process, in KRaft mode, on a port of 127.0.0.1. Its data stays between runs. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final DataDirectory directory;
    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedKafka(DataDirectory directory, int port, KafkaRaftServer server) {
        this.directory = directory;
        this.port = port;
        this.server = server;
    }

    /** Starts a broker and waits until it serves clients. Port 0 takes a free one. */
    public static EmbeddedKafka start(Path directory, int port) {
        return start(KafkaOptions.of(directory, port));
    }

    /** Starts a broker and waits until it serves clients. */
    public static EmbeddedKafka start(KafkaOptions options) {
        int port = LoopbackPort.resolve("Kafka", options.port());
        DataDirectory directory = DataDirectory.open(options.directory());
        try {
            Path logs = Files.createDirectories(directory.path().resolve("log"));
            Properties properties = new BrokerProperties(logs, port, LoopbackPort.free(), options).toProperties();
            format(logs);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            log.info("Kafka listens on {}:{}, its data is in {}", LoopbackPort.ADDRESS, port, directory.path());
            return new EmbeddedKafka(directory, port, server);
        } catch (Exception e) {
            directory.close();
            if (!LoopbackPort.isFree(port)) {
                throw new PortTakenException("Kafka", port);
            }
            throw new ServerFailedException(
                    "Kafka could not be started from %s: %s".formatted(directory.path(), e.getMessage()), e);
        }
    }

    /** What clients connect to first, such as {@code 127.0.0.1:9092}. */
    public String bootstrapServers() {
        return "%s:%d".formatted(LoopbackPort.ADDRESS, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            directory.close();
        }
    }

    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerProperties.NODE_ID)
                .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(logs.toString())
                .addDirectory(logs.toString())
                .run();
    }
}
