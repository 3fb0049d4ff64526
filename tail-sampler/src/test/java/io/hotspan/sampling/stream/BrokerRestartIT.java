package io.hotspan.sampling.stream;

import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.kafka.EmbeddedKafka;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartIT {

    @Test
    void brokerThatGoesAwayAndComesBack_losesAndDoublesNothing(@TempDir Path data) throws Exception {
        int port = freePort();
        EmbeddedKafka broker = EmbeddedKafka.start(data, port);
        try (SamplerHarness harness = new SamplerHarness(broker.bootstrapServers())) {
            Workload workload = new Workload(harness, 5);
            harness.start(Workload.POLICIES);
            for (int restart = 0; restart < 2; restart++) {
                workload.send(500);
                await().until(() -> !harness.decisions().isEmpty());
                workload.send(500);
                broker.close();
                broker = EmbeddedKafka.start(data, port);
            }
            await().atMost(Duration.ofSeconds(90)).until(workload::isDecided);
            workload.verify();
        } finally {
            broker.close();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
