package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The receiver is told to stop while a batch is on its way. */
class ShutdownIT {

    @Test
    void batchOnItsWay_isStillTaken() throws Exception {
        byte[] body = batch(span(1, 1)).toByteArray();
        RunningReceiver receiver = RunningReceiver.start();
        TopicReader topic = receiver.topic();
        CompletableFuture<Void> stopped;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.httpPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\nContent-Length: "
                                            + body.length + "\r\n\r\n")
                                    .getBytes(US_ASCII));
            socket.getOutputStream().write(body, 0, 10);
            socket.getOutputStream().flush();
            Awaitility.await().until(() -> receiver.bytesInFlight() > 0);

            stopped = CompletableFuture.runAsync(receiver::close);
            Awaitility.await().until(() -> isRefused(receiver.httpPort()));
            socket.getOutputStream().write(body, 10, body.length - 10);
            socket.getOutputStream().flush();

            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(topic.spans()).hasSize(1);
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }
}
