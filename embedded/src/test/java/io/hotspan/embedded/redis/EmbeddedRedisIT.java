package io.hotspan.embedded.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.DataDirectoryException;
import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {

    @TempDir
    private Path directory;

    @Test
    void restart_keepsWhatWasWritten() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0)) {
            assertThat(ask(redis.port(), "SET greeting hello")).isEqualTo("+OK");
        }
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0)) {
            assertThat(ask(redis.port(), "STRLEN greeting")).isEqualTo(":5");
        }
    }

    @Test
    void close_freesThePort() {
        EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
        redis.close();
        assertThat(LoopbackPort.isFree(redis.port())).isTrue();
    }

    @Test
    void killedParent_leavesNoOrphan() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port;
        try (BufferedReader output = parent.inputReader()) {
            String line = output.readLine();
            while (!line.startsWith("port ")) {
                line = output.readLine();
            }
            port = Integer.parseInt(line.substring(5));
        }
        assertThat(LoopbackPort.isFree(port)).isFalse();

        parent.destroyForcibly().waitFor();

        await().until(() -> LoopbackPort.isFree(port));
    }

    @Test
    void takenPort_isNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.ADDRESS))) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, taken.getLocalPort()))
                    .isInstanceOf(PortTakenException.class);
        }
    }

    @Test
    void directoryInUse_isNamed() {
        EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
        try (redis) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, 0)).isInstanceOf(DataDirectoryException.class);
        }
    }

    private static String ask(int port, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral(LoopbackPort.ADDRESS), port);
                BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            return answer.readLine();
        }
    }

    /** A process that starts Redis and never ends it. */
    static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedRedis redis = EmbeddedRedis.start(Path.of(arguments[0]), 0);
            System.out.println("port " + redis.port());
            Thread.currentThread().join();
        }
    }
}
